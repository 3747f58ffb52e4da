package io.auricle.cli;

import io.auricle.classify.Classification;
import io.auricle.classify.ClassificationView;
import io.auricle.file.FileName;
import io.auricle.predict.LabelScore;
import io.auricle.predict.SegmentPrediction;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A table to read: file, best label, its score, the next ones; {@code not sure (rock 31 %)} where
 * the best one is no answer. Behind each tag that is given stands an asterisk.
 */
final class TableWriter implements ClassificationWriter {
  private static final int WIDEST_PATH = 100;
  private static final int LABEL_WIDTH = 10;
  private static final String NOT_SURE = "not sure (%s %s)";

  /** Of the best label with its score: room for the longest of the usual ones, not sure. */
  private static final int ANSWER_WIDTH = NOT_SURE.length() + LABEL_WIDTH;

  private final PrintWriter out;
  private final ClassificationView view;
  private int pathWidth;

  TableWriter(PrintWriter out, ClassificationView view) {
    this.out = out;
    this.view = view;
  }

  @Override
  public void begin(List<Path> files) {
    int longest =
        files.stream().mapToInt(file -> shown(FileName.text(file)).length()).max().orElse(0);
    pathWidth = Math.max("FILE".length(), Math.min(longest, WIDEST_PATH));
  }

  @Override
  public void write(Classification result) {
    if (result.prediction() == null) {
      return;
    }
    row(shown(result.path()), result.prediction().labels(), result.prediction().sure());
    if (view.segments()) {
      for (SegmentPrediction segment : result.prediction().segments()) {
        row(
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

  private void row(String name, List<LabelScore> labels, boolean sure) {
    String rest =
        view.of(labels).stream()
            .skip(1)
            .map(next -> next.label() + " " + percent(next).strip() + mark(next).strip())
            .collect(Collectors.joining(", "));
    out.println(
        "%s  %s  %s"
            .formatted(padded(name, pathWidth), answer(labels.get(0), sure), rest)
            .stripTrailing());
  }

  private String answer(LabelScore best, boolean sure) {
    String said =
        sure
            ? padded(best.label(), LABEL_WIDTH) + " " + percent(best) + mark(best)
            : NOT_SURE.formatted(best.label(), percent(best).strip());
    return view.tags() ? said : padded(said, ANSWER_WIDTH);
  }

  private String mark(LabelScore label) {
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
