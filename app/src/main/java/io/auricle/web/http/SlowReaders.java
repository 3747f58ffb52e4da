package io.auricle.web.http;

import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers that wait for clients to read them, each on a thread. There are so many at most; one more
 * closes the connection that has not moved for longest. Thread-safe.
 */
final class SlowReaders {
  /** Threads that slow clients may hold. */
  static final int MOST = 64;

  private final Set<Write> waiting = new LinkedHashSet<>();

  /** The same answer, its writes watched. */
  Response watch(Request request, Response response) {
    EndPoint connection = request.getConnectionMetaData().getConnection().getEndPoint();
    return new Response.Wrapper(request, response) {
      @Override
      public void write(boolean last, ByteBuffer content, Callback callback) {
        Write write = new Write(callback, connection);
        super.write(last, content, write);
        write.waits();
      }
    };
  }

  /** A write, from its begin until the client's system has taken all of it. */
  private final class Write extends Callback.Nested {
    private final EndPoint connection;
    private boolean ended;

    Write(Callback callback, EndPoint connection) {
      super(callback);
      this.connection = connection;
    }

    /** Notes that it did not end at once, if so. */
    void waits() {
      Optional<Write> tooMany = Optional.empty();
      synchronized (waiting) {
        if (!ended) {
          waiting.add(this);
          tooMany = waiting.size() > MOST ? Optional.of(longest()) : tooMany;
        }
      }
      tooMany.ifPresent(write -> write.connection.close());
    }

    private Write longest() {
      Iterator<Write> writes = waiting.iterator();
      Write first = writes.next();
      writes.remove();
      return first;
    }

    private void end() {
      synchronized (waiting) {
        ended = true;
        waiting.remove(this);
      }
    }

    @Override
    public void succeeded() {
      end();
      super.succeeded();
    }

    @Override
    public void failed(Throwable cause) {
      end();
      super.failed(cause);
    }
  }
}
