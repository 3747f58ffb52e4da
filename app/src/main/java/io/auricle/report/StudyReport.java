package io.auricle.report;

import io.auricle.experiment.study.FeatureStudy;
import io.auricle.experiment.study.FeatureStudy.Importance;
import io.auricle.plot.chart.Grid;
import io.auricle.text.CsvStyle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A feature study as tables (CSV) and pictures (PNG and SVG) in a folder. */
public final class StudyReport {
  /** More rows would not be read. */
  private static final int SHOWN = 30;

  private StudyReport() {}

  /**
   * Writes {@code importance.csv}, {@code correlation.csv} and a picture of each.
   *
   * @return the files
   */
  public static List<Path> write(FeatureStudy study, Path folder) throws IOException {
    Files.createDirectories(folder);
    List<Path> files = new ArrayList<>();
    files.add(Files.writeString(folder.resolve("importance.csv"), importances(study)));
    files.add(Files.writeString(folder.resolve("correlation.csv"), correlations(study)));
    files.addAll(importanceGrid(study).write(folder, "importance"));
    files.addAll(correlationGrid(study).write(folder, "correlation"));
    return files;
  }

  /** The features by importance, the most important first. */
  public static List<Importance> ranked(FeatureStudy study) {
    return study.importances().stream()
        .sorted(Comparator.comparingDouble(Importance::accuracyDrop).reversed())
        .toList();
  }

  private static String importances(FeatureStudy study) {
    StringBuilder text =
        new StringBuilder("feature,accuracy_drop,deviation,")
            .append(CsvStyle.PLAIN.line(study.labels()))
            .append('\n');
    for (Importance importance : ranked(study)) {
      text.append(CsvStyle.PLAIN.line(importance.feature()))
          .append(number(importance.accuracyDrop()))
          .append(number(importance.deviation()));
      importance.recallDrops().forEach(drop -> text.append(number(drop)));
      text.append('\n');
    }
    return text.toString();
  }

  private static String correlations(FeatureStudy study) {
    StringBuilder text =
        new StringBuilder("feature,").append(CsvStyle.PLAIN.line(study.features())).append('\n');
    for (int f = 0; f < study.features().size(); f++) {
      text.append(CsvStyle.PLAIN.line(study.features().get(f)));
      study.correlations().get(f).forEach(value -> text.append(number(value)));
      text.append('\n');
    }
    return text.toString();
  }

  /** Empty for a label without tracks. */
  private static String number(double value) {
    return Double.isNaN(value) ? "," : String.format(Locale.ROOT, ",%.5f", value);
  }

  private static Grid importanceGrid(FeatureStudy study) {
    List<Importance> shown = ranked(study).stream().limit(SHOWN).toList();
    List<String> columns = new ArrayList<>(List.of("all"));
    columns.addAll(study.labels());
    List<List<Double>> values = new ArrayList<>();
    double high = 0;
    for (Importance importance : shown) {
      List<Double> row = new ArrayList<>(List.of(importance.accuracyDrop()));
      row.addAll(importance.recallDrops());
      values.add(row);
      high =
          Math.max(high, row.stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).max().orElse(0));
    }
    return new Grid(
        "Accuracy and recall lost without a feature, " + study.tracks() + " tracks",
        shown.stream().map(Importance::feature).toList(),
        columns,
        values,
        0,
        Math.max(high, 1e-3),
        44,
        18);
  }

  private static Grid correlationGrid(FeatureStudy study) {
    return new Grid(
        "Correlation of the features, " + study.tracks() + " tracks",
        study.features(),
        study.features(),
        study.correlations(),
        -1,
        1,
        9,
        9);
  }
}
