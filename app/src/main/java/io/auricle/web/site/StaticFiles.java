package io.auricle.web.site;

import io.auricle.web.http.ProblemException;
import io.javalin.http.Context;
import java.io.IOException;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The files of the page, from {@code /web} on the class path. Browsers ask each time whether a file
 * has changed (ETag). Thread-safe.
 */
public final class StaticFiles {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("mjs", "text/javascript; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("flac", "audio/flac"),
          Map.entry("mp3", "audio/mpeg"),
          Map.entry("m4a", "audio/mp4"),
          Map.entry("ogg", "audio/ogg"),
          Map.entry("opus", "audio/ogg"),
          Map.entry("wav", "audio/wav"),
          Map.entry("txt", "text/plain; charset=utf-8"));

  private final ResourceFolder folder = ResourceFolder.of("/web", "/index.html");

  /** Only of files that are there. */
  private final Map<String, Content> known = new ConcurrentHashMap<>();

  private record Content(Bytes bytes, String tag) {}

  /** Bytes that are compared by identity. */
  private static final class Bytes {
    private final byte[] value;

    Bytes(byte[] value) {
      this.value = value;
    }
  }

  /**
   * Answers with a file.
   *
   * @throws ProblemException if there is none
   */
  public void serve(Context context) throws IOException {
    String path = context.path();
    String wanted = path.endsWith("/") ? path + "index.html" : path;
    String type = TYPES.get(wanted.substring(wanted.lastIndexOf('.') + 1));
    Optional<Content> content = type == null ? Optional.empty() : content(wanted);
    if (type == null || content.isEmpty()) {
      throw ProblemException.of(404, "NOT_FOUND", "there is nothing here");
    }
    context.header("ETag", content.get().tag());
    context.header("Cache-Control", "no-cache");
    String seen = context.header("If-None-Match");
    if (seen != null && seen.contains(content.get().tag())) {
      context.status(304);
      return;
    }
    context.contentType(type);
    context.result(content.get().bytes().value);
  }

  private Optional<Content> content(String path) throws IOException {
    if (!folder.has(path)) {
      return Optional.empty();
    }
    Content content = known.get(path);
    if (content != null) {
      return Optional.of(content);
    }
    byte[] bytes = folder.bytes(path);
    content = new Content(new Bytes(bytes), tag(bytes));
    known.put(path, content);
    return Optional.of(content);
  }

  private static String tag(byte[] bytes) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "\"" + new BigInteger(1, hash).toString(36).substring(0, 22) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }
}
