package io.auricle.web.library;

import io.auricle.web.http.ProblemException;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;

/** {@code /api/v1/library/scan}: begins, watches and breaks off a scan. */
final class ScanHandlers implements AutoCloseable {
  private static final int MOST_WATCHERS = 32;
  private static final long LOOK_MILLIS = 500;

  /** Then a comment finds out whether the client is still there. */
  private static final int SILENT_LOOKS = 20;

  private final Semaphore watchers = new Semaphore(MOST_WATCHERS);
  private final OpenLibrary library;
  private final ServedScan scan;
  private volatile boolean closed;

  ScanHandlers(OpenLibrary library, ServedScan scan) {
    this.library = library;
    this.scan = scan;
  }

  /** {@code POST}: begins, or goes on with the one that is at work. */
  void start(Context context) throws IOException {
    library.file();
    scan.start();
    context.status(202);
    SongHandlers.json(context, scan.progress().json());
  }

  /** {@code DELETE}: breaks it off. */
  void cancel(Context context) {
    library.file();
    scan.cancel();
    context.status(204);
  }

  /**
   * {@code GET}: how far it is, once or as events: {@code scan} when that changes, {@code library}
   * when songs or what is known of them change, whoever does it.
   */
  void show(Context context) throws IOException, InterruptedException {
    library.file();
    String accepted = String.valueOf(context.header("Accept"));
    if (!accepted.contains("text/event-stream")) {
      SongHandlers.json(context, scan.progress().json());
      return;
    }
    if (!watchers.tryAcquire()) {
      throw ProblemException.busy("too many watch the library; ask without events");
    }
    try {
      HttpServletResponse response = context.res();
      response.setContentType("text/event-stream");
      response.setCharacterEncoding("UTF-8");
      response.setHeader("Cache-Control", "no-store");
      if (!context.method().equals(HandlerType.HEAD)) {
        tell(response.getOutputStream());
      }
    } finally {
      watchers.release();
    }
  }

  private void tell(OutputStream out) throws IOException, InterruptedException {
    String lastScan = "";
    String lastVersion = "";
    int silent = 0;
    while (!closed) {
      StringBuilder events = new StringBuilder();
      String now = scan.progress().json();
      if (!now.equals(lastScan)) {
        event(events, "scan", now);
        lastScan = now;
      }
      String version;
      try {
        version = library.version();
      } catch (ProblemException e) {
        return; // the library was taken away
      }
      if (!version.equals(lastVersion)) {
        String said = version;
        event(events, "library", SongObject.of(json -> json.writeStringField("version", said)));
        lastVersion = version;
      }
      silent = events.isEmpty() ? silent + 1 : 0;
      if (silent >= SILENT_LOOKS) {
        events.append(":\n\n");
        silent = 0;
      }
      if (!events.isEmpty()) {
        out.write(events.toString().getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }

  private static void event(StringBuilder events, String name, String data) {
    events.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
  }

  /** Ends all streams. */
  @Override
  public void close() {
    closed = true;
  }
}
