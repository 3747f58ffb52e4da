package io.auricle.cli.library;

import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.Verdict;
import io.auricle.library.sound.SongKey;
import io.auricle.library.sound.SongTempo;
import io.auricle.text.CsvStyle;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Songs as CSV, a row each; the columns are told in docs/library.md. */
final class SongCsv {
  private SongCsv() {}

  static void print(SongList list, PrintWriter out) throws IOException {
    CsvStyle style = list.style();
    out.print(style.header(header(list)) + "\n");
    for (Song song : list.songs()) {
      out.print(style.line(row(list, song)) + "\n");
    }
  }

  private static List<String> header(SongList list) {
    List<String> header =
        new ArrayList<>(
            List.of("path", "duration_seconds", "title", "artist", "album", "year", "tag_genre"));
    for (KnownModel model : list.models()) {
      header.addAll(List.of(model.name(), model.name() + "_score", model.name() + "_sure"));
    }
    header.addAll(List.of("valence", "arousal"));
    header.addAll(List.of("tempo", "tempo_certainty", "key", "key_certainty"));
    header.addAll(List.of("error_code", "error_message"));
    if (list.all()) {
      header.addAll(List.of("bytes", "modified", "removed", "sound"));
      list.models().forEach(model -> header.add(model.name() + "_corrected"));
      for (KnownModel model : list.models()) {
        model.labels().forEach(label -> header.add(model.name() + "." + label));
      }
    }
    return header;
  }

  private static List<String> row(SongList list, Song song) throws IOException {
    List<String> row = new ArrayList<>();
    row.add(song.path());
    row.add(number(song.seconds(), 3));
    row.add(text(song.title()));
    row.add(text(song.artist()));
    row.add(text(song.album()));
    row.add(song.year() == null ? "" : song.year().toString());
    row.add(text(song.tagGenre()));
    for (KnownModel model : list.models()) {
      @Nullable Verdict said = song.verdicts().get(model.name());
      row.add(said == null ? "" : said.label());
      row.add(said == null ? "" : number(said.score(), 4));
      row.add(said == null ? "" : String.valueOf(said.sure()));
    }
    row.add(number(song.valence(), 4));
    row.add(number(song.arousal(), 4));
    @Nullable SongTempo tempo = song.tempo();
    row.add(tempo == null ? "" : number(tempo.bpm(), 2));
    row.add(tempo == null ? "" : number(tempo.certainty(), 4));
    @Nullable SongKey key = song.key();
    row.add(key == null ? "" : key.key().name());
    row.add(key == null ? "" : number(key.certainty(), 4));
    row.add(song.fault() == null ? "" : song.fault().code());
    row.add(song.fault() == null ? "" : song.fault().message());
    if (list.all()) {
      row.add(String.valueOf(song.bytes()));
      row.add(Instant.ofEpochMilli(song.modifiedMillis()).toString());
      row.add(String.valueOf(song.removed()));
      row.add(text(song.soundHash()));
      for (KnownModel model : list.models()) {
        @Nullable Verdict said = song.verdicts().get(model.name());
        row.add(String.valueOf(said != null && said.corrected()));
      }
      Map<String, Map<String, Double>> scores = list.reader().scores(song);
      for (KnownModel model : list.models()) {
        Map<String, Double> said = scores.getOrDefault(model.name(), Map.of());
        model.labels().forEach(label -> row.add(number(said.get(label), 4)));
      }
    }
    return row;
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static String number(@Nullable Double value, int decimals) {
    return value == null ? "" : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }
}
