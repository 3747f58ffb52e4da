package io.auricle.cli.classify;

import io.auricle.classify.Classification;
import io.auricle.classify.ClassificationView;
import io.auricle.classify.ModelView;
import io.auricle.cli.output.Messages;
import io.auricle.predict.LabelScore;
import io.auricle.predict.SegmentPrediction;
import io.auricle.predict.TrackPrediction;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table to read: file, with several models the one that speaks, best label, its score, the next
 * ones; {@code not sure (rock 31 %)} where the best one is no answer. Behind each tag that is given
 * stands an asterisk.
 */
final class TableWriter implements ClassificationWriter {
  private static final int WIDEST_PATH = 100;
  private static final int LABEL_WIDTH = 10;
  private static final String NOT_SURE = "not sure (%s %s)";

  /** Of the best label with its score: room for the longest of the usual ones, not sure. */
  private static final int ANSWER_WIDTH = NOT_SURE.length() + LABEL_WIDTH;

  private final PrintWriter out;
  private final List<ModelView> models;
  private final int modelWidth;
  private int pathWidth;

  TableWriter(PrintWriter out, List<ModelView> models) {
    this.out = out;
    this.models = List.copyOf(models);
    this.modelWidth = models.stream().mapToInt(model -> model.model().length()).max().orElse(0);
  }

  @Override
  public void begin(List<String> files) {
    int longest = files.stream().mapToInt(file -> shown(file).length()).max().orElse(0);
    pathWidth = Math.max("FILE".length(), Math.min(longest, WIDEST_PATH));
  }

  @Override
  public void write(List<Classification> results) {
    for (int i = 0; i < results.size(); i++) {
      write(models.get(i), results.get(i));
    }
  }

  private void write(ModelView model, Classification result) {
    TrackPrediction prediction = result.prediction();
    if (prediction == null) {
      return;
    }
    row(model, shown(result.path()), prediction.labels(), prediction.sure());
    if (model.view().segments()) {
      for (SegmentPrediction segment : prediction.segments()) {
        row(
            model,
            "  " + clock(segment.startSeconds()) + " - " + clock(segment.endSeconds()),
            segment.labels(),
            true);
      }
    }
  }

  @Override
  public boolean writesErrors() {
    return false;
  }

  private void row(ModelView model, String name, List<LabelScore> labels, boolean sure) {
    ClassificationView view = model.view();
    String rest =
        view.of(labels).stream()
            .skip(1)
            .map(next -> next.label() + " " + percent(next).strip() + mark(view, next).strip())
            .collect(Collectors.joining(", "));
    String speaker = models.size() > 1 ? "  " + padded(model.model(), modelWidth) : "";
    out.println(
        "%s%s  %s  %s"
            .formatted(padded(name, pathWidth), speaker, answer(view, labels.get(0), sure), rest)
            .stripTrailing());
  }

  private String answer(ClassificationView view, LabelScore best, boolean sure) {
    String said =
        sure
            ? padded(best.label(), LABEL_WIDTH) + " " + percent(best) + mark(view, best)
            : NOT_SURE.formatted(best.label(), percent(best).strip());
    // Of tags the model is always sure; beside other models their columns are as wide.
    return view.tags() && models.size() == 1 ? said : padded(said, ANSWER_WIDTH);
  }

  private static String mark(ClassificationView view, LabelScore label) {
    return view.tags() && label.given() ? "*" : " ";
  }

  private static String shown(String path) {
    return Messages.oneLine(path);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static String percent(LabelScore score) {
    long rounded = Math.round(100 * score.score());
    return rounded == 0 ? "<1 %" : String.format(Locale.ROOT, "%2d %%", rounded);
  }

  private static String clock(double seconds) {
    long tenths = Math.round(10 * seconds);
    return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
  }
}
