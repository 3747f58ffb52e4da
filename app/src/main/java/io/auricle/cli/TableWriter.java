package io.auricle.cli;

import io.auricle.classify.Classification;
import io.auricle.classify.ClassificationView;
import io.auricle.predict.LabelScore;
import io.auricle.predict.SegmentPrediction;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table to read: file, best label, its score, the next ones. */
final class TableWriter implements ClassificationWriter {
  private static final int WIDEST_PATH = 100;
  private static final int LABEL_WIDTH = 10;

  private final PrintWriter out;
  private final ClassificationView view;
  private int pathWidth;

  TableWriter(PrintWriter out, ClassificationView view) {
    this.out = out;
    this.view = view;
  }

  @Override
  public void begin(List<Path> files) {
    int longest = files.stream().mapToInt(file -> shown(file.toString()).length()).max().orElse(0);
    pathWidth = Math.max("FILE".length(), Math.min(longest, WIDEST_PATH));
  }

  @Override
  public void write(Classification result) {
    if (result.prediction() == null) {
      return;
    }
    row(shown(result.path()), result.prediction().labels());
    if (view.segments()) {
      for (SegmentPrediction segment : result.prediction().segments()) {
        row(
            "  " + clock(segment.startSeconds()) + " - " + clock(segment.endSeconds()),
            segment.labels());
      }
    }
  }

  @Override
  public boolean writesErrors() {
    return false;
  }

  private void row(String name, List<LabelScore> labels) {
    LabelScore best = labels.get(0);
    String rest =
        labels.stream()
            .skip(1)
            .limit(view.top() - 1L)
            .map(next -> next.label() + " " + percent(next).strip())
            .collect(Collectors.joining(", "));
    out.println(
        "%s  %s %s   %s"
            .formatted(
                padded(name, pathWidth), padded(best.label(), LABEL_WIDTH), percent(best), rest)
            .stripTrailing());
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
