package io.auricle.web.http;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.eclipse.jetty.util.NanoTime;
import org.eclipse.jetty.util.component.AbstractLifeCycle;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Keeps connections from being held for nothing: there are so many at most, headers must come in
 * time, and when connections run out, those that stall are closed early.
 */
public final class ConnectionWatch extends AbstractLifeCycle {
  private static final int MOST_CONNECTIONS = 4000;
  private static final int HURRIED_MILLIS = 1000;
  private static final long HEADER_SECONDS = 10;
  private static final long EVERY_SECONDS = 1;

  private final ServerConnector connector;
  private Scheduler.Task next = () -> true;

  private ConnectionWatch(ServerConnector connector) {
    this.connector = connector;
  }

  /** Watches over the connections of a server that is not started yet. */
  public static void over(Server server, ServerConnector connector) {
    NetworkConnectionLimit limit = new NetworkConnectionLimit(mostConnections(), connector);
    limit.setEndPointIdleTimeout(HURRIED_MILLIS);
    server.addBean(limit);
    connector.addBean(new ConnectionWatch(connector));
  }

  /** Leaves half of what the system lets this process open to uploads and decoders. */
  private static int mostConnections() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      long half = Math.max(8, system.getMaxFileDescriptorCount() / 2);
      return (int) Math.min(MOST_CONNECTIONS, half);
    }
    return MOST_CONNECTIONS;
  }

  @Override
  protected void doStart() {
    schedule();
  }

  @Override
  protected void doStop() {
    next.cancel();
  }

  private void schedule() {
    next = connector.getScheduler().schedule(this::look, EVERY_SECONDS, TimeUnit.SECONDS);
  }

  private void look() {
    for (EndPoint endPoint : connector.getConnectedEndPoints()) {
      Connection connection = endPoint.getConnection();
      if (connection instanceof HttpConnection http && isLate(http)) {
        endPoint.close();
      }
    }
    if (isRunning()) {
      schedule();
    }
  }

  private static boolean isLate(HttpConnection http) {
    return !http.getParser().isStart()
        && http.getParser().inHeaderState()
        && NanoTime.secondsSince(http.getParser().getBeginNanoTime()) >= HEADER_SECONDS;
  }
}
