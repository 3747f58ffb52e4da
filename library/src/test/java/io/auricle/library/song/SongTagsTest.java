package io.auricle.library.song;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tags of all formats in the same columns. */
final class SongTagsTest {
  @ParameterizedTest
  @CsvSource({
    "date, 1969-05-01, 1969",
    "date, 1.5.1969, 1969",
    "date, 19690501, ",
    "year, 1969, 1969",
    "tyer, 1969, 1969",
    "date, soon, ",
  })
  void year(String name, String value, Integer year) {
    assertEquals(year, SongTags.of(Map.of(name, value)).year());
  }

  @Test
  void theRecordingCountsBeforeTheRelease() {
    assertEquals(1959, SongTags.of(Map.of("date", "2010", "originaldate", "1959")).year());
  }

  @Test
  void theArtistOfTheAlbumStandsInAndBlanksAreNothing() {
    SongTags tags = SongTags.of(Map.of("artist", " ", "album_artist", "X", "title", ""));
    assertEquals("X", tags.artist());
    assertEquals(null, tags.title());
  }
}
