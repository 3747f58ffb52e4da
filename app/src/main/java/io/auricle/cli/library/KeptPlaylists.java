package io.auricle.cli.library;

import io.auricle.cli.output.Messages;
import io.auricle.library.playlist.Playlists;
import io.auricle.library.playlist.SavedPlaylist;
import io.auricle.library.store.Database;
import io.auricle.work.FileAnswers;
import java.io.IOException;
import java.io.PrintWriter;

/** The playlists that a library keeps, written again when it changed. */
final class KeptPlaylists {
  private KeptPlaylists() {}

  /** Writes all; one that cannot be written is no reason for the others not to be. */
  static void write(Database database, PrintWriter notes) throws IOException {
    write(database, notes, FileAnswers.within(FileAnswers.USUAL_MILLIS));
  }

  /**
   * @param answers how long is waited for a drive on which one lies
   */
  static void write(Database database, PrintWriter notes, FileAnswers answers) throws IOException {
    Playlists playlists = new Playlists(database);
    for (SavedPlaylist list : playlists.all()) {
      try {
        answers.of(list.output().toAbsolutePath(), () -> playlists.write(list));
      } catch (IOException e) {
        notes.println(
            Messages.warning(
                "playlist %s was not written: %s".formatted(list.name(), e.getMessage())));
      }
    }
  }
}
