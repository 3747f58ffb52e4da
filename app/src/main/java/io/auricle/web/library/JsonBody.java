package io.auricle.web.library;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.web.http.ProblemException;
import io.auricle.web.http.Refusal;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Reads small bodies of JSON: a few at once, of bounded size, in bounded time. Thread-safe. */
final class JsonBody {
  private static final int AT_ONCE = 16;
  private static final long NANOS = 10_000_000_000L;
  private static final int BLOCK = 8192;

  private static final JsonMapper MAPPER =
      new JsonMapper(
          JsonFactory.builder()
              .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(8).build())
              .build());

  private final Semaphore places = new Semaphore(AT_ONCE);

  /**
   * The object that a request brings.
   *
   * @param most bytes
   * @throws ProblemException if it brings none, too much, or too slowly
   */
  ObjectNode read(Context context, int most) throws IOException {
    @Nullable String type = context.header("Content-Type");
    if (type == null || !type.toLowerCase(Locale.ROOT).matches("application/json\\s*(;.*)?")) {
      throw ProblemException.of(415, "UNSUPPORTED", "send an object as application/json");
    }
    if (context.header("Content-Encoding") != null) {
      throw ProblemException.encoded();
    }
    if (context.req().getContentLengthLong() > most) {
      throw tooLarge(most);
    }
    if (!places.tryAcquire()) {
      throw ProblemException.busy("too many send at once; try again");
    }
    try {
      byte[] bytes = bytes(context, most);
      try {
        if (MAPPER.readTree(bytes) instanceof ObjectNode object) {
          return object;
        }
      } catch (JsonProcessingException e) {
        throw ProblemException.badRequest("the body is no JSON: " + e.getOriginalMessage());
      }
      throw ProblemException.badRequest("the body must be a JSON object");
    } finally {
      places.release();
    }
  }

  private static byte[] bytes(Context context, int most) throws IOException {
    Refusal.bodyBegins(context.req());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] block = new byte[BLOCK];
    InputStream in = context.req().getInputStream();
    long start = System.nanoTime();
    for (int n = next(in, block); n >= 0; n = next(in, block)) {
      bytes.write(block, 0, n);
      if (bytes.size() > most) {
        throw tooLarge(most);
      }
      if (System.nanoTime() - start > NANOS) {
        throw ProblemException.of(408, "SLOW_UPLOAD", "the body came too slowly");
      }
    }
    return bytes.toByteArray();
  }

  /** What goes wrong here is the client's doing: nothing else reads from its connection. */
  private static int next(InputStream in, byte[] block) {
    try {
      return in.read(block);
    } catch (IOException | RuntimeException e) {
      throw ProblemException.badRequest("the body ends early or stalls: " + e.getMessage());
    }
  }

  private static ProblemException tooLarge(int most) {
    return ProblemException.of(
        413, "TOO_LARGE", "the body may have at most %d bytes".formatted(most));
  }

  /** A text of an object. */
  static String text(JsonNode object, String name) {
    JsonNode value = object.path(name);
    if (!value.isTextual() || value.asText().isBlank()) {
      throw ProblemException.badRequest(name + " must be a text");
    }
    return value.asText();
  }
}
