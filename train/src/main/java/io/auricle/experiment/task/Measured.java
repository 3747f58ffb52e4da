package io.auricle.experiment.task;

import io.auricle.bundle.Training.Confusion;
import io.auricle.bundle.Training.Metric;
import io.auricle.eval.metric.Figure;
import java.util.List;
import java.util.Map;

/**
 * Figures of a model, for each data set and part by itself.
 *
 * @param metrics with their 95 % intervals
 * @param confusions what was taken for what; none of tags
 * @param facts all that stands in run.json
 */
public record Measured(
    List<Metric> metrics, List<Confusion> confusions, Map<String, Object> facts) {
  public Measured {
    metrics = List.copyOf(metrics);
    confusions = List.copyOf(confusions);
  }

  /**
   * Leaves out what is not defined: where every tag of a part is without an area, there is no mean
   * of areas, and where a model is sure of nothing, no share of its answers is right. A point
   * estimate may lie outside the interval of a small sample's bootstrap.
   */
  static void add(List<Metric> metrics, String name, String dataset, String part, Figure figure) {
    if (Double.isFinite(figure.value())) {
      metrics.add(
          new Metric(
              name,
              dataset,
              part,
              rounded(figure.value()),
              rounded(Math.min(figure.low(), figure.value())),
              rounded(Math.max(figure.high(), figure.value()))));
    }
  }

  /** To four digits, as all figures of a card. */
  static double rounded(double value) {
    return Math.round(value * 10_000) / 10_000.0;
  }
}
