package io.auricle.web.job;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A job's events, as {@code text/event-stream}: {@code progress} of each file, {@code result}s as
 * they come (those that are there already first), {@code done}. Ends with the job or the client.
 */
final class EventStream {
  private static final long SILENCE_MILLIS = 10_000;
  private static final long PAUSE_MILLIS = 100;

  private final Job job;
  private final HttpServletResponse response;
  private final List<Job.FileState> told = new ArrayList<>();
  private final List<Boolean> given = new ArrayList<>();

  EventStream(Job job, HttpServletResponse response) {
    this.job = job;
    this.response = response;
  }

  /** What an answer begins with. */
  void head() {
    response.setContentType("text/event-stream");
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Cache-Control", "no-store");
  }

  /** Writes events until the job has ended or the client is gone. */
  void run() throws IOException, InterruptedException {
    head();
    OutputStream out = response.getOutputStream();
    Job.Snapshot now = job.snapshot();
    boolean isSilent = true;
    while (true) {
      StringBuilder events = new StringBuilder();
      progress(events, now);
      results(events, now);
      if (now.state().isEnd()) {
        event(events, "done", JobJson.done(job, now));
      } else if (events.isEmpty() && isSilent) {
        // A comment: finds out whether the client is still there.
        events.append(":\n\n");
      }
      out.write(events.toString().getBytes(StandardCharsets.UTF_8));
      out.flush();
      if (now.state().isEnd()) {
        return;
      }
      Thread.sleep(PAUSE_MILLIS); // so that many small steps become one event
      long version = now.version();
      now = job.await(version, SILENCE_MILLIS);
      isSilent = now.version() == version;
    }
  }

  private void progress(StringBuilder events, Job.Snapshot now) {
    for (int i = 0; i < now.files().size(); i++) {
      Job.FileState file = now.files().get(i);
      boolean isNew = i == told.size();
      if (isNew || !told.get(i).equals(file)) {
        event(events, "progress", JobJson.progress(i, file));
        if (isNew) {
          told.add(file);
        } else {
          told.set(i, file);
        }
      }
    }
  }

  private void results(StringBuilder events, Job.Snapshot now) {
    int models = now.results().size() / now.files().size();
    for (int i = 0; i < now.results().size(); i++) {
      if (i == given.size()) {
        given.add(false);
      }
      String result = now.results().get(i);
      if (result != null && !given.get(i)) {
        event(events, "result", JobJson.result(i, i / models, result));
        given.set(i, true);
      }
    }
  }

  private static void event(StringBuilder events, String name, String data) {
    events.append("event: ").append(name).append("\ndata: ").append(data).append("\n\n");
  }
}
