package io.auricle.cli.library;

import io.auricle.cli.output.Messages;
import io.auricle.cli.output.TextTable;
import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Songs as a table to read: a verdict of each model, length, artist and title, file. */
final class SongTable {
  private static final int WIDEST = 40;

  private SongTable() {}

  static void print(SongList list, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    List<String> header = new ArrayList<>();
    list.models().forEach(model -> header.add(model.name().toUpperCase(Locale.ROOT)));
    header.addAll(List.of("LENGTH", "ARTIST", "TITLE", "FILE"));
    rows.add(header);
    for (Song song : list.songs()) {
      List<String> row = new ArrayList<>();
      for (KnownModel model : list.models()) {
        row.add(verdict(song, song.verdicts().get(model.name())));
      }
      row.add(song.seconds() == null ? "" : clock(song.seconds()));
      row.add(shortened(song.artist()));
      row.add(shortened(song.title()));
      row.add(Messages.oneLine(song.path()));
      rows.add(row);
    }
    if (!list.songs().isEmpty()) {
      TextTable.print(rows, out);
    }
  }

  private static String verdict(Song song, @Nullable Verdict said) {
    if (said == null) {
      return song.fault() == null ? "" : song.fault().code();
    }
    if (said.corrected()) {
      return said.label() + " (corrected)";
    }
    return said.label() + " " + percent(said.score()) + (said.sure() ? "" : " ?");
  }

  private static String shortened(@Nullable String text) {
    String line = text == null ? "" : Messages.oneLine(text);
    return line.length() > WIDEST ? line.substring(0, WIDEST - 3) + "..." : line;
  }

  static String percent(double score) {
    return Math.round(100 * score) + " %";
  }

  static String clock(double seconds) {
    long whole = Math.round(seconds);
    return whole < 3600
        ? String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60)
        : String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
