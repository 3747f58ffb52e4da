package io.auricle.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of multipart/form-data. */
public final class Multipart {
  public static final String TYPE = "multipart/form-data; boundary=limit";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** A part named file. */
  public Multipart file(String name, byte[] content) {
    return part("form-data; name=\"file\"; filename=\"" + name + "\"", content);
  }

  Multipart field(String name, String value) {
    return part("form-data; name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
  }

  /** A part with this Content-Disposition. */
  Multipart part(String disposition, byte[] content) {
    text("--limit\r\nContent-Disposition: " + disposition + "\r\n\r\n");
    out.writeBytes(content);
    text("\r\n");
    return this;
  }

  public byte[] bytes() {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(out.toByteArray());
    whole.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
    return whole.toByteArray();
  }

  private void text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }
}
