package io.auricle.web.upload;

import io.auricle.web.http.Patience;
import io.auricle.web.http.ProblemException;
import io.auricle.web.http.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.io.Content;
import org.jspecify.annotations.Nullable;

/** Reads the files and fields of multipart requests, within limits. Thread-safe. */
public final class UploadReader {
  private static final int MOST_FIELDS = 64;
  private static final int HEADER_BYTES = 8192;

  private final UploadSpace space;
  private final UploadLimits limits;
  private final Places places;

  /**
   * @param places cut uploads off when they are closed
   */
  public UploadReader(UploadSpace space, UploadLimits limits, Places places) {
    this.space = space;
    this.limits = limits;
    this.places = places;
  }

  /**
   * Reads a request to its end; whoever gets the upload closes it.
   *
   * @throws ProblemException if the request is wrong, too large or too slow, or there is no room
   *     for it; nothing of it is left
   */
  public Upload read(HttpServletRequest request) throws IOException {
    String boundary = boundary(request.getContentType());
    requirePlain(request);
    if (request.getContentLengthLong() > limits.requestBytes()) {
      throw tooLarge();
    }
    space.require(Math.max(0, request.getContentLengthLong()));
    PartSink sink = new PartSink(space, limits);
    boolean whole = false;
    try {
      MultiPart.Parser parser = new MultiPart.Parser(boundary, sink);
      parser.setMaxParts((long) limits.files() + MOST_FIELDS);
      parser.setPartHeadersMaxLength(HEADER_BYTES);
      pump(request, parser, sink);
      if (!sink.isComplete()) {
        throw ProblemException.badRequest("the body ends before its last boundary");
      }
      whole = true;
      return sink.upload();
    } finally {
      if (!whole) {
        sink.discard();
      }
    }
  }

  private static String boundary(@Nullable String contentType) {
    @Nullable String boundary;
    try {
      boundary =
          contentType != null && contentType.regionMatches(true, 0, "multipart/form-data", 0, 19)
              ? MultiPart.extractBoundary(contentType)
              : null;
    } catch (IllegalArgumentException e) {
      throw ProblemException.badRequest("the Content-Type is wrong: " + e.getMessage());
    }
    if (boundary == null || boundary.isEmpty()) {
      throw ProblemException.of(
          415, "UNSUPPORTED", "send multipart/form-data with the audio in a part named file");
    }
    return boundary;
  }

  /** Bytes that would have to be unpacked could become more than any limit. */
  private static void requirePlain(HttpServletRequest request) {
    for (String coding : Collections.list(request.getHeaders("Content-Encoding"))) {
      if (!coding.strip().equalsIgnoreCase("identity")) {
        throw ProblemException.encoded();
      }
    }
  }

  private void pump(HttpServletRequest request, MultiPart.Parser parser, PartSink sink)
      throws IOException {
    Refusal.bodyBegins(request);
    try (Patience patience = Patience.of(request)) {
      UploadPace pace = new UploadPace(limits, patience::limit);
      places.begin(pace);
      try {
        pump(request.getInputStream(), pace, parser, sink);
      } finally {
        places.end(pace);
      }
    }
  }

  private void pump(InputStream in, UploadPace pace, MultiPart.Parser parser, PartSink sink) {
    byte[] block = new byte[1 << 16];
    long total = 0;
    while (true) {
      pace.begin();
      int count = read(in, block);
      if (count < 0) {
        parser.parse(Content.Chunk.EOF);
        sink.check();
        return;
      }
      boolean quick = pace.came(count);
      total += count;
      if (total > limits.requestBytes()) {
        throw tooLarge();
      }
      if (places.areClosed()) {
        throw Places.closing();
      }
      if (!quick) {
        throw slow();
      }
      parser.parse(Content.Chunk.from(ByteBuffer.wrap(block, 0, count), false));
      sink.check();
    }
  }

  private static int read(InputStream in, byte[] block) {
    try {
      return in.read(block);
    } catch (IOException | RuntimeException e) {
      // By the client's fault in every case: nothing else reads from this connection.
      throw isTimeout(e)
          ? slow()
          : ProblemException.badRequest("the body ends early or is wrong: " + e.getMessage());
    }
  }

  private static boolean isTimeout(Throwable e) {
    return e instanceof TimeoutException
        || (e.getCause() != null && e.getCause() != e && isTimeout(e.getCause()));
  }

  private static ProblemException slow() {
    return ProblemException.of(408, "SLOW_UPLOAD", "the upload was too slow and was cut off");
  }

  private ProblemException tooLarge() {
    return ProblemException.of(
        413, "TOO_LARGE", "the request is larger than " + limits.requestBytes() + " bytes");
  }
}
