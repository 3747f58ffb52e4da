package io.auricle.web;

import io.auricle.audio.DecodeException;
import io.javalin.http.HttpResponseException;
import java.util.Map;

/** A request that is not answered as asked; becomes a problem of RFC 9457. */
final class ProblemException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int RETRY_SECONDS = 2;

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
  static ProblemException of(int status, String code, String detail) {
    return new ProblemException(status, code, detail, Map.of());
  }

  static ProblemException badRequest(String detail) {
    return of(400, "BAD_REQUEST", detail);
  }

  static ProblemException busy(String detail) {
    return new ProblemException(
        503, "BUSY", detail, Map.of("Retry-After", Integer.toString(RETRY_SECONDS)));
  }

  static ProblemException unauthorized() {
    return new ProblemException(
        401,
        "UNAUTHORIZED",
        "this server wants its key: send it as Authorization: Bearer KEY",
        Map.of("WWW-Authenticate", "Bearer"));
  }

  /** What the router refuses. */
  static ProblemException of(HttpResponseException e) {
    int status = e.getStatus();
    String methods = e.getDetails().get("availableMethods");
    String code =
        switch (status) {
          case 404 -> "NOT_FOUND";
          case 405 -> "METHOD_NOT_ALLOWED";
          default -> "BAD_REQUEST";
        };
    return new ProblemException(
        status,
        code,
        String.valueOf(e.getMessage()),
        methods == null ? Map.of() : Map.of("Allow", methods));
  }

  /** The problem of a request whose only file is bad. */
  static ProblemException of(DecodeException e) {
    int status =
        switch (e.code()) {
          case UNSUPPORTED -> 415;
          case TOO_LARGE, TOO_LONG -> 413;
          case NOT_FOUND, CORRUPT, TRUNCATED, EMPTY, TOO_SHORT, TIMEOUT -> 422;
          case INTERNAL -> 500;
        };
    return of(status, e.code().name(), e.reason());
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  String detail() {
    return String.valueOf(getMessage());
  }

  Map<String, String> headers() {
    return headers;
  }
}
