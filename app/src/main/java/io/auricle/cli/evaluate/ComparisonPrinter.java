package io.auricle.cli.evaluate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.TextTable;
import io.auricle.eval.metric.Comparison;
import io.auricle.eval.metric.Figure;
import io.auricle.eval.metric.McNemar;
import io.auricle.eval.metric.Metric;
import io.auricle.experiment.score.RunComparison;
import io.auricle.experiment.score.RunComparison.Run;
import io.auricle.text.CsvStyle;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints runs side by side for people (a table) or programs (CSV, JSON). */
final class ComparisonPrinter {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int COLUMN = 22;

  /** Letters of a setting that are shown. */
  private static final int LONGEST = 36;

  private final PrintWriter out;

  ComparisonPrinter(PrintWriter out) {
    this.out = out;
  }

  /** In what the experiments differ, a row a setting; nothing where they do not. */
  void settings(Map<String, List<String>> differing) {
    if (differing.isEmpty()) {
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("settings that differ"));
    int runs = differing.values().iterator().next().size();
    for (int r = 1; r <= runs; r++) {
      head.add("[" + r + "]");
    }
    rows.add(head);
    differing.forEach(
        (key, values) -> {
          List<String> row = new ArrayList<>(List.of(key));
          values.forEach(value -> row.add(value.isEmpty() ? "-" : shortened(value)));
          rows.add(row);
        });
    TextTable.print(rows, out);
    out.println();
  }

  /** What is long differs at its end: files, mostly. */
  private static String shortened(String value) {
    String line = Messages.oneLine(value);
    return line.length() <= LONGEST ? line : "..." + line.substring(line.length() - LONGEST + 3);
  }

  /** Figures and differences of one data set. */
  void table(RunComparison comparison) {
    List<Run> runs = comparison.runs();
    out.println(
        "%s, part %s: %d tracks in common, 95 %% intervals"
            .formatted(comparison.dataset(), comparison.part().title(), comparison.tracks()));
    for (int r = 0; r < runs.size(); r++) {
      Run run = runs.get(r);
      out.println(
          "  [%d] %s  split %s [%s]"
              .formatted(r + 1, Messages.oneLine(run.name()), run.split(), run.splitHash()));
    }
    StringBuilder head = new StringBuilder("\n" + " ".repeat(28));
    for (int r = 0; r < runs.size(); r++) {
      head.append(column("[" + (r + 1) + "]"));
      head.append(r == 0 ? "" : column("[%d] - [1]".formatted(r + 1)));
    }
    out.println(head.toString().stripTrailing());
    for (Metric metric : EvaluationPrinter.SHOWN) {
      if (runs.get(0).evaluation().figures().containsKey(metric)) {
        StringBuilder line = new StringBuilder("%-28s".formatted(metric.title()));
        for (Run run : runs) {
          line.append(column(cell(run.evaluation().figure(metric), "%.3f")));
          Comparison against = run.against();
          if (against != null) {
            line.append(column(cell(against.difference(metric), "%+.3f")));
          }
        }
        out.println(line.toString().stripTrailing());
      }
    }
    for (int r = 1; r < runs.size(); r++) {
      Comparison against = runs.get(r).against();
      if (against != null) {
        McNemar test = against.mcNemar();
        out.println(
            String.format(
                Locale.ROOT,
                "McNemar, [%d] against [1]%s: right alone %d and %d; p = %.3g exact, %.3g"
                    + " chi-squared",
                r + 1,
                runs.get(r).evaluation().confusion() == null ? ", tracks with all tags right" : "",
                test.onlySecond(),
                test.onlyFirst(),
                test.exact(),
                test.chiSquared()));
      }
    }
    out.println();
  }

  private static String column(String text) {
    return text + " ".repeat(Math.max(1, COLUMN + 2 - text.length()));
  }

  private static String cell(Figure figure, String form) {
    if (Double.isNaN(figure.value())) {
      return "-";
    }
    String pattern = form + " [" + form + ", " + form + "]";
    return String.format(Locale.ROOT, pattern, figure.value(), figure.low(), figure.high());
  }

  /** A row a run and metric. */
  void csv(List<RunComparison> comparisons, CsvStyle style) {
    List<String> header =
        List.of(
            "dataset",
            "part",
            "tracks",
            "run",
            "split_hash",
            "metric",
            "value",
            "low",
            "high",
            "difference",
            "difference_low",
            "difference_high",
            "mcnemar_exact",
            "mcnemar_chi_squared");
    out.print(style.header(header) + "\n");
    for (RunComparison comparison : comparisons) {
      for (Run run : comparison.runs()) {
        for (Metric metric : run.evaluation().figures().keySet()) {
          List<Object> row =
              new ArrayList<>(
                  List.of(
                      comparison.dataset(),
                      comparison.part().title(),
                      comparison.tracks(),
                      run.name(),
                      run.splitHash(),
                      metric.name().toLowerCase(Locale.ROOT)));
          add(row, run.evaluation().figure(metric));
          Comparison against = run.against();
          if (against == null) {
            row.addAll(List.of("", "", "", "", ""));
          } else {
            add(row, against.difference(metric));
            row.add(against.mcNemar().exact());
            row.add(against.mcNemar().chiSquared());
          }
          out.print(style.line(row) + "\n");
        }
      }
    }
    out.flush();
  }

  /** Figures that are not defined stay empty. */
  private static void add(List<Object> row, Figure figure) {
    for (double value : new double[] {figure.value(), figure.low(), figure.high()}) {
      row.add(Double.isNaN(value) ? "" : value);
    }
  }

  /** One array, an object a data set. */
  void json(List<RunComparison> comparisons) {
    ArrayNode all = JSON.createArrayNode();
    for (RunComparison comparison : comparisons) {
      ObjectNode node = all.addObject();
      node.put("dataset", comparison.dataset());
      node.put("part", comparison.part().title());
      node.put("tracks", comparison.tracks());
      ArrayNode warnings = node.putArray("warnings");
      comparison.warnings().forEach(warnings::add);
      ArrayNode runs = node.putArray("runs");
      for (Run run : comparison.runs()) {
        ObjectNode own = runs.addObject();
        own.put("run", run.name()).put("split", run.split()).put("splitHash", run.splitHash());
        own.put("leaky", run.leaky());
        ObjectNode figures = own.putObject("figures");
        run.evaluation().figures().forEach((metric, figure) -> add(figures, metric, figure));
        Comparison against = run.against();
        if (against != null) {
          ObjectNode differences = own.putObject("differences");
          against.differences().forEach((metric, figure) -> add(differences, metric, figure));
          McNemar test = against.mcNemar();
          own.putObject("mcNemar")
              .put("onlyThis", test.onlySecond())
              .put("onlyFirst", test.onlyFirst())
              .put("exact", test.exact())
              .put("statistic", test.statistic())
              .put("chiSquared", test.chiSquared());
        }
      }
    }
    out.println(all.toPrettyString());
  }

  /** What is not defined is null. */
  private static void add(ObjectNode figures, Metric metric, Figure figure) {
    ObjectNode node = figures.putObject(metric.name().toLowerCase(Locale.ROOT));
    put(node, "value", figure.value());
    put(node, "low", figure.low());
    put(node, "high", figure.high());
  }

  private static void put(ObjectNode node, String name, double value) {
    if (Double.isNaN(value)) {
      node.putNull(name);
    } else {
      node.put(name, value);
    }
  }
}
