package io.auricle.web.analysis;

import io.auricle.classify.Classification;
import io.auricle.predict.Classifier;
import io.auricle.web.health.Metrics;
import io.auricle.web.http.ProblemException;
import io.auricle.web.upload.Places;
import io.auricle.web.upload.Upload;
import io.auricle.web.upload.UploadReader;
import io.auricle.web.upload.UploadedFile;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** {@code POST /api/v1/classify}: analyses while the client waits. */
public final class ClassifyHandler implements Handler {
  private final Places places;
  private final UploadReader uploads;
  private final Models models;
  private final Analyzer analyzer;
  private final Metrics metrics;

  public ClassifyHandler(
      Places places, UploadReader uploads, Models models, Analyzer analyzer, Metrics metrics) {
    this.places = places;
    this.uploads = uploads;
    this.models = models;
    this.analyzer = analyzer;
    this.metrics = metrics;
  }

  /** A result on its way, with the model that names it. */
  private record Pending(Classifier model, Future<Classification> result) {}

  @Override
  @SuppressWarnings("try") // the place is only held
  public void handle(Context context) throws IOException, InterruptedException, ExecutionException {
    try (Places.Place place = places.take();
        Upload upload = uploads.read(context.req())) {
      Order order = Order.of(context, upload, models);
      requireFiles(upload);
      List<Pending> pending = new ArrayList<>();
      for (UploadedFile file : upload.files()) {
        for (Classifier model : order.models()) {
          pending.add(new Pending(model, analyzer.submit(() -> analyse(model, file))));
        }
      }
      answer(context, order, upload.files().size(), pending);
    }
  }

  public static void requireFiles(Upload upload) {
    if (upload.files().isEmpty()) {
      throw ProblemException.badRequest("there is no part named file");
    }
  }

  private Classification analyse(Classifier model, UploadedFile file) {
    Classification result = analyzer.classify(model, file, share -> {});
    metrics.analysed(result);
    return result;
  }

  /** All results; only if no model has one of the only file, its problem. */
  private static void answer(Context context, Order order, int files, List<Pending> pending)
      throws InterruptedException, ExecutionException {
    List<String> objects = new ArrayList<>();
    Classification bad = null;
    boolean good = false;
    for (Pending next : pending) {
      Classification result = next.result().get();
      objects.add(order.json(next.model(), result));
      bad = result.error() == null ? bad : result;
      good |= result.error() == null;
    }
    if (files == 1 && !good && bad != null && bad.error() != null) {
      throw ProblemException.of(bad.error());
    }
    context.contentType("application/json");
    context.result("{\"results\":[" + String.join(",", objects) + "]}");
  }
}
