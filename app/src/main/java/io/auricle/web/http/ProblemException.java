package io.auricle.web.http;

import io.auricle.audio.DecodeException;
import io.javalin.http.HttpResponseException;
import java.util.List;
import java.util.Map;

/** A request that is not answered as asked; becomes a problem of RFC 9457. */
public final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int RETRY_SECONDS = 2;

  private static final int CHECK_SECONDS = 5;

  /** The code of what HTTP knows and this server does not do. */
  static final String NOT_IMPLEMENTED = "NOT_IMPLEMENTED";

  private final int status;
  private final String code;
  private final transient Map<String, String> headers;

  private ProblemException(int status, String code, String detail, Map<String, String> headers) {
    super(detail, null, false, false);
    this.status = status;
    this.code = code;
    this.headers = headers;
  }

  /**
   * A problem.
   *
   * @param status of HTTP
   * @param code stable, for programs
   * @param detail for people: what is wrong, what to do
   */
  public static ProblemException of(int status, String code, String detail) {
    return new ProblemException(status, code, detail, Map.of());
  }

  public static ProblemException badRequest(String detail) {
    return of(400, "BAD_REQUEST", detail);
  }

  public static ProblemException busy(String detail) {
    return new ProblemException(
        503, "BUSY", detail, Map.of("Retry-After", Integer.toString(RETRY_SECONDS)));
  }

  /** The server cannot do its work. */
  public static ProblemException notReady(String detail) {
    return of(503, "NOT_READY", detail)
        .with(Map.of("Retry-After", Integer.toString(CHECK_SECONDS)));
  }

  /** The disk or the room for uploads is full. */
  public static ProblemException noRoom(String detail) {
    return of(507, "INSUFFICIENT_STORAGE", detail)
        .with(Map.of("Retry-After", Integer.toString(RETRY_SECONDS)));
  }

  /** The body is packed in a way that is not undone here. */
  public static ProblemException encoded() {
    return of(415, "UNSUPPORTED", "send the body as it is, without Content-Encoding")
        .with(Map.of("Accept-Encoding", "identity"));
  }

  public static ProblemException unauthorized() {
    return new ProblemException(
        401,
        "UNAUTHORIZED",
        "this server wants its key: send it as Authorization: Bearer KEY",
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /** A path that has other methods alone. */
  public static ProblemException methodNotAllowed(List<String> allowed) {
    return of(405, "METHOD_NOT_ALLOWED", "Method Not Allowed")
        .with(Map.of("Allow", String.join(", ", allowed)));
  }

  /** What the router refuses. */
  public static ProblemException of(HttpResponseException e) {
    String methods = e.getDetails().get("availableMethods");
    return of(e.getStatus(), code(e.getStatus()), String.valueOf(e.getMessage()))
        .with(methods == null ? Map.of() : Map.of("Allow", methods));
  }

  /** The code of a status that tells enough. */
  static String code(int status) {
    return switch (status) {
      case 404 -> "NOT_FOUND";
      case 405 -> "METHOD_NOT_ALLOWED";
      case 500 -> "INTERNAL";
      case 501 -> NOT_IMPLEMENTED;
      case 503 -> "BUSY";
      default -> "BAD_REQUEST";
    };
  }

  /** The same with other headers. */
  ProblemException with(Map<String, String> others) {
    return new ProblemException(status, code, detail(), others);
  }

  /** The problem of a request whose only file is bad. */
  public static ProblemException of(DecodeException e) {
    int status =
        switch (e.code()) {
          case UNSUPPORTED -> 415;
          case TOO_LARGE, TOO_LONG -> 413;
          case NOT_FOUND, CORRUPT, TRUNCATED, EMPTY, TOO_SHORT, TIMEOUT -> 422;
          case INTERNAL -> 500;
        };
    return of(status, e.code().name(), e.reason());
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }
}
