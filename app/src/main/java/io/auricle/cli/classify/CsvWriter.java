package io.auricle.cli.classify;

import io.auricle.classify.Classification;
import io.auricle.classify.ModelView;
import io.auricle.predict.LabelScore;
import io.auricle.predict.SegmentPrediction;
import io.auricle.predict.TrackPrediction;
import io.auricle.text.CsvStyle;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A CSV table, a row a file: {@code path,start_seconds,end_seconds,label_1,score_1,...,error_code,
 * error_message}; with segments a row for the whole file and one for each segment after it. Before
 * the errors stands whether the model is sure of the file, {@code sure}; a model of tags has the
 * column {@code tags} there: all that are given, best first, with semicolons between. Several
 * models have a row each, and both columns where both kinds are among them.
 */
final class CsvWriter implements ClassificationWriter {
  private final PrintWriter out;
  private final CsvStyle style;
  private final List<ModelView> models;
  private final boolean labels;
  private final boolean tags;

  CsvWriter(PrintWriter out, List<ModelView> models, CsvStyle style) {
    this.out = out;
    this.style = style;
    this.models = List.copyOf(models);
    this.labels = models.stream().anyMatch(model -> !model.view().tags());
    this.tags = models.stream().anyMatch(model -> model.view().tags());
  }

  @Override
  public void begin(List<String> files) {
    List<String> header = new ArrayList<>(List.of("path", "model", "start_seconds", "end_seconds"));
    for (int i = 1; i <= top(); i++) {
      header.add("label_" + i);
      header.add("score_" + i);
    }
    if (labels) {
      header.add("sure");
    }
    if (tags) {
      header.add("tags");
    }
    header.add("error_code");
    header.add("error_message");
    print(style.header(header));
  }

  @Override
  public boolean writesErrors() {
    return true;
  }

  @Override
  public void write(List<Classification> results) {
    for (int i = 0; i < results.size(); i++) {
      write(models.get(i), results.get(i));
    }
  }

  private void write(ModelView model, Classification result) {
    String path = result.path();
    TrackPrediction prediction = result.prediction();
    if (prediction != null) {
      String sure = String.valueOf(prediction.sure());
      row(model, path, 0, prediction.durationSeconds(), prediction.labels(), sure);
      if (model.view().segments()) {
        for (SegmentPrediction part : prediction.segments()) {
          row(model, path, part.startSeconds(), part.endSeconds(), part.labels(), "");
        }
      }
    } else if (result.error() != null) {
      List<String> row = new ArrayList<>(List.of(path, model.model(), "", ""));
      for (int i = 0; i < 2 * top() + (labels ? 1 : 0) + (tags ? 1 : 0); i++) {
        row.add("");
      }
      row.add(result.error().code().name());
      row.add(result.error().reason());
      print(style.line(row));
    }
  }

  private void row(
      ModelView model, String path, double start, double end, List<LabelScore> said, String sure) {
    List<String> row =
        new ArrayList<>(List.of(path, model.model(), decimal(start, 3), decimal(end, 3)));
    for (int i = 0; i < top(); i++) {
      row.add(i < said.size() ? said.get(i).label() : "");
      row.add(i < said.size() ? decimal(said.get(i).score(), 4) : "");
    }
    if (labels) {
      row.add(model.view().tags() ? "" : sure);
    }
    if (tags) {
      row.add(model.view().tags() ? tags(said) : "");
    }
    row.add("");
    row.add("");
    print(style.line(row));
  }

  /** The same of all models. */
  private int top() {
    return models.get(0).view().top();
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
