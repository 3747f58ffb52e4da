package io.auricle.eval;

import io.auricle.eval.metric.ClassFigures;
import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The table of precision, recall and F1 by class and their averages that scikit-learn's {@code
 * classification_report} prints. Classes that neither occur nor were estimated are left out, as
 * there.
 *
 * @param rows a row each class, then the averages
 */
public record ClassificationReport(List<Row> rows) {
  public ClassificationReport {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param name of the class or average
   * @param precision share; NaN in the row of the accuracy
   * @param recall share; NaN in the row of the accuracy
   * @param f1 share, or the accuracy
   * @param support number of items
   * @param isAverage whether it is no class
   */
  public record Row(
      String name, double precision, double recall, double f1, long support, boolean isAverage) {}

  /** The table of an evaluation. */
  public static ClassificationReport of(Evaluation evaluation) {
    List<Row> rows = new ArrayList<>();
    long support = 0;
    for (ClassFigures figures : evaluation.perClass()) {
      support += figures.support();
      if (figures.occurs()) {
        rows.add(
            new Row(
                figures.label().name(),
                figures.precision(),
                figures.recall(),
                figures.f1(),
                figures.support(),
                false));
      }
    }
    if (evaluation.confusion() != null) {
      double accuracy = value(evaluation, Metric.ACCURACY);
      rows.add(new Row("accuracy", Double.NaN, Double.NaN, accuracy, support, true));
    } else {
      rows.add(
          average(
              "micro avg",
              evaluation,
              List.of(Metric.PRECISION_MICRO, Metric.RECALL_MICRO, Metric.F1_MICRO),
              support));
    }
    rows.add(
        average(
            "macro avg",
            evaluation,
            List.of(Metric.PRECISION_MACRO, Metric.RECALL_MACRO, Metric.F1_MACRO),
            support));
    rows.add(
        average(
            "weighted avg",
            evaluation,
            List.of(Metric.PRECISION_WEIGHTED, Metric.RECALL_WEIGHTED, Metric.F1_WEIGHTED),
            support));
    if (evaluation.confusion() == null) {
      rows.add(
          average(
              "samples avg",
              evaluation,
              List.of(Metric.PRECISION_SAMPLES, Metric.RECALL_SAMPLES, Metric.F1_SAMPLES),
              support));
    }
    return new ClassificationReport(rows);
  }

  private static Row average(
      String name, Evaluation evaluation, List<Metric> metrics, long support) {
    return new Row(
        name,
        value(evaluation, metrics.get(0)),
        value(evaluation, metrics.get(1)),
        value(evaluation, metrics.get(2)),
        support,
        true);
  }

  private static double value(Evaluation evaluation, Metric metric) {
    return evaluation.figure(metric).value();
  }

  /** The text, to two decimals, as scikit-learn prints it. */
  public String text() {
    int width = "weighted avg".length();
    for (Row row : rows) {
      width = Math.max(width, row.name().length());
    }
    StringBuilder text = new StringBuilder();
    String head = " ".repeat(width) + "  %9s %9s %9s %9s\n";
    text.append(head.formatted("precision", "recall", "f1-score", "support")).append('\n');
    boolean averages = false;
    for (Row row : rows) {
      if (row.isAverage() && !averages) {
        text.append('\n');
        averages = true;
      }
      text.append(" ".repeat(width - row.name().length())).append(row.name());
      text.append(
          String.format(
              Locale.ROOT,
              "  %9s %9s %9.2f %9d\n",
              share(row.precision()),
              share(row.recall()),
              row.f1(),
              row.support()));
    }
    return text.toString();
  }

  private static String share(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f", value);
  }
}
