package io.auricle.web.library;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.library.song.SongReader;
import io.auricle.library.song.SongSelection;
import io.auricle.library.store.Database;
import io.auricle.web.MadeLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the requests of a server share. */
final class OpenLibraryTest {
  /** A connection of the old file is in use meanwhile; it must not serve whoever comes next. */
  @Test
  void fileThatIsReplacedIsShownFromThenOn(@TempDir Path folder) throws IOException {
    Path file = MadeLibrary.make(folder.resolve("library.db"), folder, 3, List.of());
    Path next = MadeLibrary.make(folder.resolve("next.db"), folder, 5, List.of());
    try (OpenLibrary library = new OpenLibrary(Optional.of(file))) {
      int songs = library.ask(OpenLibraryTest::songs);
      library.ask(
          database -> {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
            assertEquals(songs + 2, library.ask(OpenLibraryTest::songs));
            return songs(database);
          });
      assertEquals(songs + 2, library.ask(OpenLibraryTest::songs));
    }
  }

  private static int songs(Database database) throws IOException {
    return new SongReader(database).read(SongSelection.where("1")).size();
  }
}
