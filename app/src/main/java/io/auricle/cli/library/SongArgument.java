package io.auricle.cli.library;

import io.auricle.cli.output.Messages;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;

/** A file of a command line as a song of the library. */
final class SongArgument {
  private SongArgument() {}

  /** The song; complains if the library does not know it. */
  static Optional<Song> find(SongReader reader, Path file, PrintWriter err) throws IOException {
    Optional<Song> song = reader.find(file);
    if (song.isEmpty()) {
      err.println(
          "auricle: "
              + Messages.oneLine(file.toString())
              + ": the library does not know this file; scan its folder: auricle library scan DIR");
    }
    return song;
  }
}
