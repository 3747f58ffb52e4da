package io.auricle.cli;

import io.auricle.classify.Classification;
import io.auricle.classify.ClassificationView;
import io.auricle.predict.LabelScore;
import io.auricle.predict.SegmentPrediction;
import io.auricle.predict.TrackPrediction;
import io.auricle.text.CsvStyle;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A CSV table, a row a file: {@code path,start_seconds,end_seconds,label_1,score_1,...,error_code,
 * error_message}; with segments a row for the whole file and one for each segment after it. Before
 * the errors stands whether the model is sure of the file, {@code sure}; a model of tags has the
 * column {@code tags} there: all that are given, best first, with semicolons between.
 */
final class CsvWriter implements ClassificationWriter {
  private final PrintWriter out;
  private final CsvStyle style;
  private final String model;
  private final ClassificationView view;

  CsvWriter(PrintWriter out, String model, ClassificationView view, CsvStyle style) {
    this.out = out;
    this.style = style;
    this.model = model;
    this.view = view;
  }

  @Override
  public void begin(List<Path> files) {
    List<String> header = new ArrayList<>(List.of("path", "model", "start_seconds", "end_seconds"));
    for (int i = 1; i <= view.top(); i++) {
      header.add("label_" + i);
      header.add("score_" + i);
    }
    header.add(view.tags() ? "tags" : "sure");
    header.add("error_code");
    header.add("error_message");
    print(style.header(header));
  }

  @Override
  public boolean writesErrors() {
    return true;
  }

  @Override
  public void write(Classification result) {
    String path = result.path();
    TrackPrediction prediction = result.prediction();
    if (prediction != null) {
      String sure = String.valueOf(prediction.sure());
      row(path, 0, prediction.durationSeconds(), prediction.labels(), sure);
      if (view.segments()) {
        for (SegmentPrediction segment : prediction.segments()) {
          row(path, segment.startSeconds(), segment.endSeconds(), segment.labels(), "");
        }
      }
    } else if (result.error() != null) {
      List<String> row = new ArrayList<>(List.of(path, model, "", ""));
      for (int i = 0; i < 2 * view.top() + 1; i++) {
        row.add("");
      }
      row.add(result.error().code().name());
      row.add(result.error().reason());
      print(style.line(row));
    }
  }

  private void row(String path, double start, double end, List<LabelScore> labels, String sure) {
    List<String> row = new ArrayList<>(List.of(path, model, decimal(start, 3), decimal(end, 3)));
    for (int i = 0; i < view.top(); i++) {
      row.add(i < labels.size() ? labels.get(i).label() : "");
      row.add(i < labels.size() ? decimal(labels.get(i).score(), 4) : "");
    }
    row.add(view.tags() ? tags(labels) : sure);
    row.add("");
    row.add("");
    print(style.line(row));
  }

  private static String tags(List<LabelScore> labels) {
    return labels.stream()
        .filter(LabelScore::given)
        .map(LabelScore::label)
        .collect(Collectors.joining("; "));
  }

  private static String decimal(double value, int decimals) {
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  private void print(String line) {
    out.print(line + "\n");
    out.flush();
  }
}
