package io.auricle.cli.train;

import io.auricle.bundle.Certainty;
import io.auricle.bundle.Training.Confusion;
import io.auricle.bundle.Training.Metric;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.TextTable;
import io.auricle.teach.Taught;
import io.auricle.teach.TaughtTrack;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is said of a model that was taught. */
final class TaughtView {
  private TaughtView() {}

  static void print(Taught taught, List<TaughtTrack> tracks, PrintWriter out) {
    List<String> labels = taught.card().labels();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("LABEL", "TRACKS", "ARTISTS OR ALBUMS", "RIGHT", "MOST OFTEN TAKEN FOR"));
    List<Confusion> confusions = taught.card().training().confusions();
    for (int i = 0; i < labels.size(); i++) {
      String label = labels.get(i);
      List<TaughtTrack> own = tracks.stream().filter(t -> t.label().equals(label)).toList();
      List<Long> row = confusions.get(0).counts().get(i);
      rows.add(
          List.of(
              Messages.oneLine(label),
              String.valueOf(own.size()),
              String.valueOf(own.stream().map(TaughtTrack::group).distinct().count()),
              percent((double) row.get(i) / own.size()),
              mistaken(labels, row, i)));
    }
    TextTable.print(rows, out);
    Optional<Metric> accuracy = taught.figure("accuracy");
    accuracy.ifPresent(
        right ->
            out.println(
                "right: %s of %d tracks (95 %% interval %s to %s), %d folds, %s"
                    .formatted(
                        percent(right.value()),
                        taught.tracks(),
                        percent(right.low()),
                        percent(right.high()),
                        taught.folds(),
                        taught.grouped()
                            ? "no artist or album on two sides"
                            : "by track: a label has but one artist or album, so this is too"
                                + " hopeful")));
    @Nullable Certainty certainty = taught.card().scores().certainty();
    if (certainty != null) {
      out.println(
          "sure: of %s of them, of which %s are right; the others are \"not sure\""
              .formatted(percent(certainty.coverage()), percent(certainty.accuracy())));
    }
  }

  private static String mistaken(List<String> labels, List<Long> row, int own) {
    int worst = -1;
    for (int i = 0; i < row.size(); i++) {
      if (i != own && row.get(i) > 0 && (worst < 0 || row.get(i) > row.get(worst))) {
        worst = i;
      }
    }
    return worst < 0 ? "" : Messages.oneLine(labels.get(worst)) + " (" + row.get(worst) + ")";
  }

  private static String percent(double share) {
    return Math.round(100 * share) + " %";
  }
}
