package io.auricle.eval.metric;

import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How many items are of each class, were taken for it, and both. Averages go over the classes that
 * occur in the reference or among the estimates.
 */
final class ClassCounts {
  private final List<Label> classes;
  private final long[] hits;
  private final long[] supports;
  private final long[] estimated;

  ClassCounts(List<Label> classes, long[] hits, long[] supports, long[] estimated) {
    this.classes = classes;
    this.hits = hits;
    this.supports = supports;
    this.estimated = estimated;
  }

  /** The figures of every class in order. */
  List<ClassFigures> perClass() {
    List<ClassFigures> all = new ArrayList<>();
    for (int c = 0; c < classes.size(); c++) {
      all.add(
          new ClassFigures(
              classes.get(c),
              ratio((double) hits[c], estimated[c]),
              ratio((double) hits[c], supports[c]),
              ratio(2.0 * hits[c], supports[c] + estimated[c]),
              supports[c],
              estimated[c]));
    }
    return all;
  }

  /** Adds precision, recall and F1, each macro, weighted and micro. */
  void addTo(Map<Metric, Double> values) {
    List<ClassFigures> perClass = perClass();
    values.put(Metric.PRECISION_MACRO, macro(perClass, ClassFigures::precision));
    values.put(Metric.RECALL_MACRO, macro(perClass, ClassFigures::recall));
    values.put(Metric.F1_MACRO, macro(perClass, ClassFigures::f1));
    values.put(Metric.PRECISION_WEIGHTED, weighted(perClass, ClassFigures::precision));
    values.put(Metric.RECALL_WEIGHTED, weighted(perClass, ClassFigures::recall));
    values.put(Metric.F1_WEIGHTED, weighted(perClass, ClassFigures::f1));
    long hit = Arrays.stream(hits).sum();
    long support = Arrays.stream(supports).sum();
    long taken = Arrays.stream(estimated).sum();
    values.put(Metric.PRECISION_MICRO, ratio((double) hit, taken));
    values.put(Metric.RECALL_MICRO, ratio((double) hit, support));
    values.put(Metric.F1_MICRO, ratio(2.0 * hit, support + taken));
  }

  private static double macro(List<ClassFigures> perClass, ToDoubleFunction<ClassFigures> figure) {
    double sum = 0;
    int occurring = 0;
    for (ClassFigures figures : perClass) {
      if (figures.occurs()) {
        sum += figure.applyAsDouble(figures);
        occurring++;
      }
    }
    return ratio(sum, occurring);
  }

  private static double weighted(
      List<ClassFigures> perClass, ToDoubleFunction<ClassFigures> figure) {
    double sum = 0;
    long total = 0;
    for (ClassFigures figures : perClass) {
      sum += figure.applyAsDouble(figures) * figures.support();
      total += figures.support();
    }
    return ratio(sum, total);
  }

  private static double ratio(double part, long whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
