package io.auricle.web.job;

import io.auricle.web.analysis.Analyzer;
import io.auricle.web.analysis.ClassifyHandler;
import io.auricle.web.analysis.Models;
import io.auricle.web.analysis.Order;
import io.auricle.web.health.FaultLog;
import io.auricle.web.health.Metrics;
import io.auricle.web.http.ProblemException;
import io.auricle.web.upload.Places;
import io.auricle.web.upload.Upload;
import io.auricle.web.upload.UploadReader;
import io.auricle.web.upload.UploadedFile;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** {@code /api/v1/jobs} and {@code /api/v1/pictures}. */
public final class JobHandlers {
  private static final int MOST_WATCHERS = 64;

  private final Semaphore watchers = new Semaphore(MOST_WATCHERS);
  private final Places places;
  private final UploadReader uploads;
  private final Models models;
  private final Analyzer analyzer;
  private final Metrics metrics;
  private final Jobs jobs;
  private final FaultLog faults;

  public JobHandlers(
      Places places,
      UploadReader uploads,
      Models models,
      Analyzer analyzer,
      Metrics metrics,
      Jobs jobs,
      FaultLog faults) {
    this.places = places;
    this.uploads = uploads;
    this.models = models;
    this.analyzer = analyzer;
    this.metrics = metrics;
    this.jobs = jobs;
    this.faults = faults;
  }

  /** {@code POST /api/v1/jobs}: takes the files and answers at once. */
  public void create(Context context) throws IOException {
    Places.Place place = places.take();
    Upload upload = null;
    boolean handedOver = false;
    try {
      upload = uploads.read(context.req());
      Order order = Order.of(context, upload, models);
      ClassifyHandler.requireFiles(upload);
      Job job =
          jobs.add(upload.files().stream().map(UploadedFile::name).toList(), order.models().size());
      JobWork work =
          new JobWork(
              job,
              order,
              upload.files().size(),
              analyzer,
              metrics,
              faults,
              () -> {
                jobs.end(job);
                place.close();
              });
      String accepted = JobJson.of(job, job.snapshot());
      work.submit(upload.files());
      handedOver = true;
      context.status(202);
      context.header("Location", "/api/v1/jobs/" + job.id());
      json(context, accepted);
    } finally {
      if (!handedOver) {
        place.close();
        if (upload != null) {
          upload.close();
        }
      }
    }
  }

  /** {@code GET /api/v1/jobs/{id}}: how far it is, once or as events. */
  public void show(Context context) throws IOException, InterruptedException {
    Job job = jobs.get(context.pathParam("id"));
    String accepted = context.header("Accept");
    if (accepted != null && accepted.contains("text/event-stream")) {
      if (!watchers.tryAcquire()) {
        throw ProblemException.busy("too many watch their jobs; ask without events");
      }
      try {
        EventStream events = new EventStream(job, context.res());
        if (context.method().equals(HandlerType.HEAD)) {
          events.head();
        } else {
          events.run();
        }
      } finally {
        watchers.release();
      }
    } else {
      context.header("Cache-Control", "no-store");
      json(context, JobJson.of(job, job.snapshot()));
    }
  }

  /** {@code DELETE /api/v1/jobs/{id}}: forgets it. */
  public void remove(Context context) {
    jobs.remove(jobs.get(context.pathParam("id")));
    context.status(204);
  }

  /** {@code GET /api/v1/pictures/{id}/{name}.png}. */
  public void picture(Context context) {
    Job job = jobs.get(context.pathParam("id"));
    String file = context.queryParam("file");
    if (file != null && !file.matches("[0-9]{1,4}")) {
      throw ProblemException.badRequest("file must be the number of a file, from 0 on");
    }
    byte[] png =
        job.picture(file == null ? 0 : Integer.parseInt(file), context.pathParam("name"))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        404,
                        "UNKNOWN_PICTURE",
                        "no such picture; there are mel and waveform of each file that is done"));
    context.header("Cache-Control", "private, max-age=3600, immutable");
    context.contentType("image/png");
    context.result(png);
  }

  private static void json(Context context, String json) {
    context.contentType("application/json");
    context.result(json);
  }
}
