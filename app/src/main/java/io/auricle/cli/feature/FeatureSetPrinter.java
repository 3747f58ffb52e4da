package io.auricle.cli.feature;

import io.auricle.extract.FileFeatures;
import io.auricle.extract.MemoryPlan;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.set.FeatureSets;
import java.io.PrintWriter;
import java.util.List;

/** Prints what feature sets there are: their shape, options and columns. */
final class FeatureSetPrinter {
  private static final int WIDTH = 80;
  private static final String INDENT = "  ";

  private FeatureSetPrinter() {}

  static void print(PrintWriter out) {
    for (String name : FeatureSets.names()) {
      FeatureOptions options = FeatureSets.named(name);
      FileFeatures features = new FileFeatures(options, null, MemoryPlan.of(1));
      List<String> columns = features.columns();
      out.println(
          "%s: %d columns, a row a %s"
              .formatted(
                  name, columns.size(), features.isPerFrame() ? "frame" : "file or segment"));
      String components = options.toString();
      wrap(out, components.substring(components.indexOf('[') + 1, components.length() - 1), ", ");
      wrap(
          out,
          isSeries(columns) || columns.size() > 100 ? ends(columns) : String.join(" ", columns),
          " ");
      out.println();
    }
  }

  /** Whether names differ by their number alone. */
  private static boolean isSeries(List<String> columns) {
    return columns.stream().map(name -> name.replaceAll("\\d+$", "")).distinct().count() == 1;
  }

  private static String ends(List<String> columns) {
    return columns.get(0) + " ... " + columns.get(columns.size() - 1);
  }

  private static void wrap(PrintWriter out, String text, String separator) {
    StringBuilder line = new StringBuilder(INDENT);
    for (String word : text.split(separator, -1)) {
      if (line.length() > INDENT.length()
          && line.length() + separator.length() + word.length() > WIDTH) {
        out.println(line.toString().stripTrailing());
        line.setLength(INDENT.length());
      }
      line.append(word).append(separator);
    }
    out.println(line.substring(0, line.length() - separator.length()));
  }
}
