package io.auricle.web.http;

import jakarta.servlet.http.HttpServletRequest;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;

/** How long a connection may be silent while its request is read. */
public final class Patience implements AutoCloseable {
  private final EndPoint connection;
  private final long before;

  private Patience(EndPoint connection) {
    this.connection = connection;
    this.before = connection.getIdleTimeout();
  }

  /** That of a request; it ends with the request's body. */
  public static Patience of(HttpServletRequest request) {
    return new Patience(
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnection()
            .getEndPoint());
  }

  /** From now on, a read that waits for longer fails; never longer than before. */
  public void limit(double seconds) {
    connection.setIdleTimeout(Math.min(before, Math.max(1, (long) (1000 * seconds))));
  }

  @Override
  public void close() {
    connection.setIdleTimeout(before);
  }
}
