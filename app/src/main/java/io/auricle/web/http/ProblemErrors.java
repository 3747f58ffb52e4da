package io.auricle.web.http;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Answers requests that the HTTP server itself refuses, such as those with huge headers. */
public final class ProblemErrors extends ErrorHandler {
  private final Consumer<Throwable> faults;

  /**
   * @param faults learns of those of this program
   */
  public ProblemErrors(Consumer<Throwable> faults) {
    this.faults = faults;
  }

  /** Also answers to methods that nobody knows have a body. */
  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      @Nullable String message,
      @Nullable Throwable cause,
      Callback callback) {
    // What fails in reading or writing is the client's doing: it is gone.
    if (status == 500 && cause != null && !(cause instanceof IOException)) {
      faults.accept(cause);
    }
    String detail = status == 500 || message == null ? "the request cannot be answered" : message;
    SecurityHeaders.put(response.getHeaders());
    send(response, callback, ProblemException.of(status, ProblemException.code(status), detail));
  }

  /** Answers with a problem, past all routes. */
  static void send(Response response, Callback callback, ProblemException problem) {
    response.setStatus(problem.status());
    problem.headers().forEach(response.getHeaders()::put);
    byte[] body =
        Problems.json(problem.status(), problem.code(), problem.detail())
            .getBytes(StandardCharsets.UTF_8);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
