package io.auricle.cli.evaluate;

import io.auricle.eval.ClassificationReport;
import io.auricle.eval.Judged;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.ClassAreas;
import io.auricle.eval.metric.ConfusionMatrix;
import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.Metric;
import io.auricle.label.Label;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints an evaluation for people. */
final class EvaluationPrinter {
  /** Others are in reports. */
  static final List<Metric> SHOWN =
      List.of(
          Metric.ACCURACY,
          Metric.BALANCED_ACCURACY,
          Metric.EXACT_MATCH,
          Metric.HAMMING_LOSS,
          Metric.F1_MACRO,
          Metric.F1_SAMPLES,
          Metric.TOP_K,
          Metric.COVERAGE,
          Metric.SURE_ACCURACY,
          Metric.ROC_AUC_MACRO,
          Metric.ROC_AUC_SAMPLES,
          Metric.PR_AUC_MACRO,
          Metric.PR_AUC_SAMPLES,
          Metric.LOG_LOSS,
          Metric.BRIER,
          Metric.CALIBRATION_ERROR,
          Metric.RISK_COVERAGE);

  private final PrintWriter out;

  EvaluationPrinter(PrintWriter out) {
    this.out = out;
  }

  void print(String dataset, Split split, Part part, TrackEvaluation evaluation) {
    out.println(dataset);
    out.println(
        "split %s [%s], part %s: %s%s"
            .formatted(
                split.name(),
                split.hash(),
                part.title(),
                split.origin(),
                split.leaky() ? " -- LEAKY: better than the truth" : ""));
    figures("by track", evaluation.tracks(), false);
    if (evaluation.votes() != null) {
      figures("by track, vote of its segments", evaluation.votes(), true);
      figures("by segment", evaluation.segments(), false);
    }
    if (evaluation.restricted() != null) {
      figures("by track, only the classes of the data set", evaluation.restricted(), false);
    }
    Judged judged = evaluation.judged();
    judged
        .sureFrom()
        .ifPresent(
            least ->
                out.println(
                    String.format(
                        Locale.ROOT,
                        "%ncoverage: the tracks whose best score is %.3f or more; the others are \"not sure\"",
                        least)));
    out.println(judged.ofTags() ? "\ntags by track" : "\nclasses by track");
    out.print(ClassificationReport.of(evaluation.tracks()).text());
    if (judged.ofTags()) {
      areas(evaluation.tracks(), judged);
    }
    List<Label> without = evaluation.tracks().classesWithoutRoc();
    if (!without.isEmpty()) {
      out.println(
          "\nnot in the macro areas, having no track or every one: "
              + without.stream().map(Label::name).collect(Collectors.joining(", ")));
    }
    ConfusionMatrix confusion = evaluation.tracks().confusion();
    if (confusion != null) {
      confusion(confusion);
    }
  }

  private void figures(String title, Evaluation evaluation, boolean decisionsOnly) {
    out.println(
        "%n%s (%d items, %d groups; %.0f %% intervals)"
            .formatted(
                title,
                evaluation.itemCount(),
                evaluation.groupCount(),
                100 * evaluation.options().confidence()));
    evaluation
        .figures()
        .forEach(
            (metric, figure) -> {
              if (SHOWN.contains(metric) && (metric.ofDecisions() || !decisionsOnly)) {
                out.println(
                    "  %-28s %s  [%s, %s]"
                        .formatted(
                            metric.title(),
                            decimal(figure.value()),
                            decimal(figure.low()),
                            decimal(figure.high())));
              }
            });
  }

  /** How well each tag's scores rank the tracks, whatever the score from which it is given. */
  private void areas(Evaluation evaluation, Judged judged) {
    int width =
        evaluation.areas().stream().mapToInt(a -> a.label().name().length()).max().orElse(0);
    out.println("\n" + " ".repeat(width + 2) + "  ROC-AUC   PR-AUC  given from");
    for (int t = 0; t < evaluation.areas().size(); t++) {
      ClassAreas areas = evaluation.areas().get(t);
      String name = areas.label().name();
      out.println(
          "  %s%s %8s %8s  %10s"
              .formatted(
                  name,
                  " ".repeat(width - name.length()),
                  decimal(areas.rocAuc()),
                  decimal(areas.averagePrecision()),
                  decimal(judged.givenFrom(t).orElseThrow())));
    }
  }

  /** What is not defined is a dash. */
  private static String decimal(double value) {
    return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.3f", value);
  }

  /**
   * Rows are true classes, columns what they were taken for; classes without tracks are left out.
   */
  private void confusion(ConfusionMatrix matrix) {
    int width = matrix.classes().stream().mapToInt(c -> c.name().length()).max().orElse(0);
    out.println("\nconfusion by track (rows: true, columns: answer)");
    StringBuilder head = new StringBuilder(" ".repeat(width + 2));
    matrix.classes().forEach(c -> head.append(" %5.5s".formatted(c.name())));
    out.println(head);
    for (int r = 0; r < matrix.classes().size(); r++) {
      StringBuilder row = new StringBuilder();
      long total = 0;
      for (int c = 0; c < matrix.classes().size(); c++) {
        row.append(" %5d".formatted(matrix.count(r, c)));
        total += matrix.count(r, c);
      }
      if (total > 0) {
        String name = matrix.classes().get(r).name();
        out.println("  " + name + " ".repeat(width - name.length()) + row);
      }
    }
  }
}
