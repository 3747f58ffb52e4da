package io.auricle.web.health;

import io.javalin.http.Context;
import io.javalin.router.Endpoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.NanoTime;
import org.jspecify.annotations.Nullable;

/** Counts every answer, also those that no route gave. Thread-safe. */
public final class RequestCounter implements RequestLog {
  private static final String ROUTE = "auricle.route";
  private static final double NANOS = 1e9;

  private final Metrics metrics;

  public RequestCounter(Metrics metrics) {
    this.metrics = metrics;
  }

  /** Notes the route that answered. */
  public static void note(Context context) {
    @Nullable Endpoint endpoint = context.endpoints().lastHttpEndpoint();
    if (endpoint != null) {
      context.req().setAttribute(ROUTE, endpoint.path);
    }
  }

  @Override
  public void log(Request request, Response response) {
    Object route = request.getAttribute(ROUTE);
    metrics.answered(
        request.getMethod(),
        route == null ? "none" : route.toString(),
        response.getStatus(),
        NanoTime.since(request.getBeginNanoTime()) / NANOS);
  }
}
