package io.auricle.cli.library;

import io.auricle.cli.output.Messages;
import io.auricle.cli.output.TextTable;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import io.auricle.library.sound.SongKey;
import io.auricle.library.sound.SongTempo;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is known of a song, a line each. */
final class SongFacts {
  private static final int LONGEST = 200;

  private SongFacts() {}

  /**
   * Prints them.
   *
   * @param tags of its file
   * @param scores by models and labels, best first
   */
  static void print(
      Song song,
      Map<String, String> tags,
      Map<String, Map<String, Double>> scores,
      PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("file", Messages.oneLine(song.path()) + (song.removed() ? " (removed)" : "")));
    if (song.fault() != null) {
      rows.add(
          List.of(
              "fault",
              Messages.oneLine(song.fault().message() + " [" + song.fault().code() + "]")));
    }
    if (song.seconds() != null) {
      rows.add(List.of("length", SongTable.clock(song.seconds())));
    }
    for (Map.Entry<String, Verdict> verdict : song.verdicts().entrySet()) {
      String rest =
          scores.getOrDefault(verdict.getKey(), Map.of()).entrySet().stream()
              .map(score -> score.getKey() + " " + SongTable.percent(score.getValue()))
              .collect(Collectors.joining(", "));
      rows.add(List.of(verdict.getKey(), answer(verdict.getValue(), rest)));
    }
    number(rows, "valence", song.valence());
    number(rows, "arousal", song.arousal());
    @Nullable SongTempo tempo = song.tempo();
    if (tempo != null) {
      String beats = String.format(Locale.ROOT, "%.1f beats a minute", tempo.bpm());
      rows.add(List.of("tempo", beats + certainty(tempo.certainty())));
    }
    @Nullable SongKey key = song.key();
    if (key != null) {
      String name = key.key().name() + " (" + key.key().camelot() + ")";
      rows.add(List.of("key", name + certainty(key.certainty())));
    }
    for (Map.Entry<String, String> tag : tags.entrySet()) {
      String value = Messages.oneLine(tag.getValue());
      rows.add(
          List.of(
              "tag." + Messages.oneLine(tag.getKey()),
              value.length() > LONGEST ? value.substring(0, LONGEST) + " ..." : value));
    }
    if (song.soundHash() != null) {
      rows.add(List.of("sound", song.soundHash()));
    }
    TextTable.print(rows, out);
  }

  private static String certainty(double certainty) {
    return ", certainty " + SongTable.percent(certainty);
  }

  private static String answer(Verdict said, String heard) {
    if (said.corrected()) {
      return "corrected: " + said.label() + (heard.isEmpty() ? "" : " (heard: " + heard + ")");
    }
    return (said.sure() ? "" : "not sure: ") + heard;
  }

  private static void number(List<List<String>> rows, String name, @Nullable Double value) {
    if (value != null) {
      rows.add(List.of(name, String.format(Locale.ROOT, "%.2f", value)));
    }
  }
}
