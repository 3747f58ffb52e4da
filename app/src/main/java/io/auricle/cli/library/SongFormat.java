package io.auricle.cli.library;

import io.auricle.library.playlist.PlaylistText;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of songs. */
enum SongFormat {
  table("txt") {
    @Override
    void write(SongList list, PrintWriter out) {
      SongTable.print(list, out);
    }
  },
  csv("csv") {
    @Override
    void write(SongList list, PrintWriter out) throws IOException {
      SongCsv.print(list, out);
    }
  },
  jsonl("jsonl") {
    @Override
    void write(SongList list, PrintWriter out) throws IOException {
      SongJson.print(list, out);
    }
  },
  jams("jams") {
    @Override
    void write(SongList list, PrintWriter out) throws IOException {
      throw new IOException("JAMS has a file for each song: auricle library export --format jams");
    }
  },
  m3u8("m3u8?") {
    @Override
    void write(SongList list, PrintWriter out) {
      out.print(PlaylistText.of(list.songs(), list.base()));
    }
  };

  /** A pattern. */
  private final String ending;

  SongFormat(String ending) {
    this.ending = ending;
  }

  /** The format of files of this name. */
  static Optional<SongFormat> of(String fileName) {
    String name = fileName.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(format -> name.matches("(?s).*\\." + format.ending))
        .findFirst();
  }

  abstract void write(SongList list, PrintWriter out) throws IOException;
}
