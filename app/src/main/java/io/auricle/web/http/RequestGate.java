package io.auricle.web.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Stands before the router. It puts the headers of every answer and turns away what the router must
 * not see: it would remember each unknown method for ever, and serve some that are names of its
 * own.
 */
public final class RequestGate extends Handler.Wrapper {
  private final SlowReaders readers = new SlowReaders();

  public RequestGate(Handler next) {
    super(next);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    SecurityHeaders.put(response.getHeaders());
    ProblemException refused = refusal(request);
    if (refused == null) {
      return super.handle(request, readers.watch(request, response), callback);
    }
    if (hasBody(request)) {
      response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }
    ProblemErrors.send(response, callback, refused);
    return true;
  }

  private static @Nullable ProblemException refusal(Request request) {
    String method = request.getMethod();
    if (!Methods.isKnown(method)) {
      return ProblemException.of(
          501,
          ProblemException.NOT_IMPLEMENTED,
          "there is no such method; they are written in capital letters");
    }
    // A transfer coding that nobody undoes would have its bytes taken for the body.
    HttpField coding = request.getHeaders().getField(HttpHeader.TRANSFER_ENCODING);
    if (coding != null && !coding.getValue().equalsIgnoreCase("chunked")) {
      return ProblemException.of(
          501, ProblemException.NOT_IMPLEMENTED, "the only transfer coding is chunked");
    }
    String path = request.getHttpURI().getPath();
    if (path == null || !path.startsWith("/")) {
      return ProblemException.of(405, "METHOD_NOT_ALLOWED", "the server itself has no methods")
          .with(Map.of("Allow", ""));
    }
    return null;
  }

  private static boolean hasBody(Request request) {
    return request.getHeaders().contains(HttpHeader.CONTENT_LENGTH)
        || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }
}
