package io.auricle.report;

import io.auricle.eval.Curves;
import io.auricle.eval.Curves.ClassCurves;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.ClassAreas;
import io.auricle.eval.metric.ClassFigures;
import io.auricle.eval.metric.ConfusionMatrix;
import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.Metric;
import io.auricle.eval.metric.ReliabilityBin;
import io.auricle.eval.metric.RiskCoverage;
import io.auricle.label.Label;
import io.auricle.plot.Plot;
import io.auricle.plot.chart.BarPlot;
import io.auricle.plot.chart.BarPlot.Bar;
import io.auricle.plot.chart.CountMatrix;
import io.auricle.plot.chart.CurvePlot;
import io.auricle.plot.chart.CurvePlot.Curve;
import io.auricle.plot.chart.CurvePlot.Dot;
import io.auricle.plot.chart.CurvePlot.Point;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The plots of an evaluation by track. */
public final class EvaluationPlots {
  static final String ROC = "roc";
  static final String PRECISION_RECALL = "precision-recall";
  static final String RELIABILITY = "reliability";
  static final String RISK_COVERAGE = "risk-coverage";
  private static final String CONFUSION = "confusion";
  private static final String HARDEST = "hardest";
  private static final String MISTAKES = "mistakes";

  private EvaluationPlots() {}

  /**
   * Writes every plot as {@code NAME.png} and {@code NAME.svg}.
   *
   * @param detail the pieces of the hardest tracks over time are drawn where they are known
   * @param folder made if it is not there
   * @return the files
   */
  public static List<Path> write(TrackEvaluation evaluation, ReportDetail detail, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    Map<String, Plot> plots = of(evaluation, Items.TRACKS);
    Plot hardest = HardestTracks.plot(evaluation, detail);
    if (hardest != null) {
      plots.put(HARDEST, hardest);
    }
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, Plot> plot : plots.entrySet()) {
      files.addAll(plot.getValue().write(folder, plot.getKey()));
    }
    return files;
  }

  /** All plots by name. */
  static Map<String, Plot> of(TrackEvaluation evaluation, Items items) {
    Map<String, Plot> plots = new LinkedHashMap<>();
    addCurves(evaluation, plots);
    plots.put(RELIABILITY, reliability(evaluation.tracks(), TaskWords.of(evaluation.judged())));
    plots.put(RISK_COVERAGE, riskCoverage(evaluation, items));
    ConfusionMatrix confusion = evaluation.tracks().confusion();
    if (confusion != null) {
      plots.put(CONFUSION, confusion(confusion));
      plots.put(MISTAKES, mistakes(confusion, items));
    }
    return plots;
  }

  /** A plot as it stands in a page; its colours are on white whatever the page's are. */
  static String html(Plot drawing) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    drawing.writeSvg(out);
    // A page knows the elements of SVG without their address.
    return out.toString(StandardCharsets.UTF_8)
        .replaceFirst(" xmlns=\"[^\"]*\"", " class=\"plot\" role=\"img\"");
  }

  private static void addCurves(TrackEvaluation evaluation, Map<String, Plot> plots) {
    List<ClassCurves> curves = Curves.of(evaluation.judged().items());
    Map<Label, ClassAreas> areas = new LinkedHashMap<>();
    evaluation.tracks().areas().forEach(area -> areas.put(area.label(), area));
    plots.put(
        ROC,
        new CurvePlot(
            TaskWords.of(evaluation.judged()).roc,
            "false positives",
            "true positives",
            true,
            lines(curves, ClassCurves::roc, areas, ClassAreas::rocAuc),
            List.of()));
    plots.put(
        PRECISION_RECALL,
        new CurvePlot(
            "Precision and recall",
            "recall",
            "precision",
            false,
            lines(curves, ClassCurves::precisionRecall, areas, ClassAreas::averagePrecision),
            List.of()));
  }

  private static List<Curve> lines(
      List<ClassCurves> curves,
      Function<ClassCurves, List<Curves.Point>> points,
      Map<Label, ClassAreas> areas,
      Function<ClassAreas, Double> area) {
    List<Curve> lines = new ArrayList<>();
    for (ClassCurves curve : curves) {
      ClassAreas own = areas.get(curve.label());
      String value = own == null ? "" : String.format(Locale.ROOT, "%.3f", area.apply(own));
      lines.add(
          new Curve(
              curve.label().name(),
              value,
              points.apply(curve).stream().map(p -> new Point(p.x(), p.y())).toList()));
    }
    return lines;
  }

  private static Plot reliability(Evaluation evaluation, TaskWords words) {
    List<ReliabilityBin> bins = evaluation.reliability();
    int items = bins.stream().mapToInt(ReliabilityBin::count).sum();
    List<Point> points =
        bins.stream().map(bin -> new Point(bin.meanConfidence(), bin.accuracy())).toList();
    List<Dot> dots = new ArrayList<>();
    for (int b = 0; b < bins.size(); b++) {
      dots.add(new Dot(points.get(b), 3 + 9 * Math.sqrt((double) bins.get(b).count() / items)));
    }
    return new CurvePlot(
        "Reliability",
        words.confidence,
        words.right,
        true,
        List.of(new Curve("", "", points)),
        dots);
  }

  /** The dot is where the model's own threshold stands, if it answers anything. */
  private static Plot riskCoverage(TrackEvaluation evaluation, Items items) {
    RiskCoverage curve = evaluation.tracks().riskCoverage();
    List<Point> points =
        curve.points().stream().map(p -> new Point(p.coverage(), p.risk())).toList();
    List<Dot> dots = new ArrayList<>();
    if (evaluation.judged().sureFrom().isPresent()) {
      double coverage = evaluation.tracks().figure(Metric.COVERAGE).value();
      double accuracy = evaluation.tracks().figure(Metric.SURE_ACCURACY).value();
      if (coverage > 0) {
        dots.add(new Dot(new Point(coverage, 1 - accuracy), 6));
      }
    }
    return new CurvePlot(
        String.format(Locale.ROOT, "Risk and coverage, area %.3f", curve.area()),
        "coverage: share of %s with an answer".formatted(items.many),
        TaskWords.of(evaluation.judged()).risk,
        false,
        List.of(new Curve("", "", points)),
        dots);
  }

  private static Plot mistakes(ConfusionMatrix confusion, Items items) {
    List<ClassFigures> perClass = confusion.perClass();
    List<Bar> bars = new ArrayList<>();
    for (int c = 0; c < perClass.size(); c++) {
      long support = perClass.get(c).support();
      if (support > 0) {
        String name = "%s, %d".formatted(perClass.get(c).label(), support);
        bars.add(new Bar(name, support - confusion.count(c, c)));
      }
    }
    return new BarPlot("Misclassifications, of the %s of each class".formatted(items.many), bars);
  }

  private static Plot confusion(ConfusionMatrix confusion) {
    List<String> names = confusion.classes().stream().map(Label::name).toList();
    return new CountMatrix("Confusion: rows true, columns taken for", names, confusion.rows());
  }
}
