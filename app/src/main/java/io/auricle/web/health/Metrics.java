package io.auricle.web.health;

import io.auricle.classify.Classification;
import io.auricle.web.http.Methods;
import io.auricle.web.upload.Places;
import io.auricle.web.upload.UploadSpace;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.concurrent.atomic.LongAdder;

/** What the server has done, in Prometheus' text format. Thread-safe. */
public final class Metrics {
  private static final double[] BUCKETS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

  private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
  private final Map<String, LongAdder> analyses = new ConcurrentSkipListMap<>();
  private final LongAdder[] durations = new LongAdder[BUCKETS.length + 1];
  private final DoubleAdder seconds = new DoubleAdder();
  private final DoubleAdder sound = new DoubleAdder();

  public Metrics() {
    for (int i = 0; i < durations.length; i++) {
      durations[i] = new LongAdder();
    }
  }

  /**
   * Counts a request.
   *
   * @param method as the client wrote it; those that nobody knows are counted as one
   * @param route as the server knows it, not as the client wrote it: there are few
   */
  void answered(String method, String route, int status, double took) {
    String labels =
        "method=\"%s\",route=\"%s\",status=\"%d\"".formatted(Methods.closed(method), route, status);
    requests.computeIfAbsent(labels, key -> new LongAdder()).increment();
    int bucket = 0;
    while (bucket < BUCKETS.length && took > BUCKETS[bucket]) {
      bucket++;
    }
    durations[bucket].increment();
    seconds.add(took);
  }

  /** Counts an analysis. */
  public void analysed(Classification result) {
    String outcome = result.error() == null ? "OK" : result.error().code().name();
    analyses.computeIfAbsent(outcome, key -> new LongAdder()).increment();
    if (result.prediction() != null) {
      sound.add(result.prediction().durationSeconds());
    }
  }

  /** All figures. */
  public String text(Places places, int jobs, UploadSpace space, boolean ready) {
    StringBuilder out = new StringBuilder();
    head(out, "auricle_requests_total", "counter", "Requests answered.");
    requests.forEach((labels, count) -> line(out, "auricle_requests_total", labels, count.sum()));
    head(
        out, "auricle_request_duration_seconds", "histogram", "Time until a request was answered.");
    long below = 0;
    for (int i = 0; i < BUCKETS.length; i++) {
      below += durations[i].sum();
      line(out, "auricle_request_duration_seconds_bucket", "le=\"" + BUCKETS[i] + "\"", below);
    }
    below += durations[BUCKETS.length].sum();
    line(out, "auricle_request_duration_seconds_bucket", "le=\"+Inf\"", below);
    line(out, "auricle_request_duration_seconds_sum", "", seconds.sum());
    line(out, "auricle_request_duration_seconds_count", "", below);
    head(out, "auricle_analyses_total", "counter", "Files analysed, by outcome.");
    analyses.forEach(
        (outcome, count) ->
            line(out, "auricle_analyses_total", "outcome=\"" + outcome + "\"", count.sum()));
    head(out, "auricle_sound_seconds_total", "counter", "Sound analysed.");
    line(out, "auricle_sound_seconds_total", "", sound.sum());
    head(out, "auricle_places_taken", "gauge", "Requests uploading, waiting or being analysed.");
    line(out, "auricle_places_taken", "", places.taken());
    head(out, "auricle_jobs", "gauge", "Jobs kept.");
    line(out, "auricle_jobs", "", jobs);
    head(out, "auricle_uploads_bytes", "gauge", "Room that uploads take.");
    line(out, "auricle_uploads_bytes", "", space.taken());
    head(out, "auricle_ready", "gauge", "Whether the last self-check was good.");
    line(out, "auricle_ready", "", ready ? 1 : 0);
    Runtime runtime = Runtime.getRuntime();
    head(out, "auricle_heap_used_bytes", "gauge", "Heap in use.");
    line(out, "auricle_heap_used_bytes", "", runtime.totalMemory() - runtime.freeMemory());
    head(out, "auricle_heap_max_bytes", "gauge", "Heap at most.");
    line(out, "auricle_heap_max_bytes", "", runtime.maxMemory());
    return out.toString();
  }

  private static void head(StringBuilder out, String name, String type, String help) {
    out.append("# HELP ").append(name).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(name).append(' ').append(type).append('\n');
  }

  private static void line(StringBuilder out, String name, String labels, long value) {
    line(out, name, labels, Long.toString(value));
  }

  private static void line(StringBuilder out, String name, String labels, double value) {
    line(out, name, labels, String.format(Locale.ROOT, "%.6f", value));
  }

  private static void line(StringBuilder out, String name, String labels, String value) {
    out.append(name);
    if (!labels.isEmpty()) {
      out.append('{').append(labels).append('}');
    }
    out.append(' ').append(value).append('\n');
  }
}
