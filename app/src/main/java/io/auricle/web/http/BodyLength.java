package io.auricle.web.http;

import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Tells how long a body is, for those who ask with HEAD, and where compressing does not help. */
public final class BodyLength {
  private BodyLength() {}

  /** Notes the length of an answer that is not compressed. */
  public static void note(Context context) {
    @Nullable InputStream body = context.resultInputStream();
    if (body instanceof ByteArrayInputStream bytes && !isCompressed(context)) {
      context.disableCompression();
      context.res().setContentLength(bytes.available());
    }
  }

  private static boolean isCompressed(Context context) {
    String accepted = context.header("Accept-Encoding");
    String type = String.valueOf(context.res().getContentType());
    return accepted != null
        && accepted.contains("gzip")
        && !type.startsWith("audio/")
        && !type.startsWith("image/png");
  }
}
