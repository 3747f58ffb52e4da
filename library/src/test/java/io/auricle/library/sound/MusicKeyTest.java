package io.auricle.library.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of keys, and their places on the wheels that DJs mix by. */
final class MusicKeyTest {
  @ParameterizedTest
  @CsvSource({
    "am, Am, 8A", "A minor, Am, 8A", "8a, Am, 8A", "1m, Am, 8A", "C, C, 8B", "8B, C, 8B",
    "1d, C, 8B", "c maj, C, 8B", "F#, F#, 2B", "Gb major, F#, 2B", "Cb, B, 1B", "1B, B, 1B",
    "g#min, G#m, 1A", "abm, G#m, 1A", "1A, G#m, 1A", "ebm, Ebm, 2A", "Db, Db, 3B", "12A, C#m, 12A",
    "E, E, 12B", "5m, C#m, 12A", "12d, F, 7B", "b\u266dm, Bbm, 3A"
  })
  void isReadUnderManyNames(String text, String name, String camelot) {
    MusicKey key = MusicKey.of(text).orElseThrow();
    assertEquals(name, key.name());
    assertEquals(camelot, key.camelot());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "h", "m", "0a", "13a", "99d", "am7", "8c", "A dorian"})
  void othersAreNone(String text) {
    assertEquals(Optional.empty(), MusicKey.of(text));
  }

  @Test
  void eachComesBackByEachOfItsNames() {
    for (int tonic = 0; tonic < 12; tonic++) {
      for (boolean minor : new boolean[] {false, true}) {
        MusicKey key = new MusicKey(tonic, minor);
        assertEquals(key, MusicKey.of(key.name()).orElseThrow());
        assertEquals(key, MusicKey.of(key.camelot()).orElseThrow());
        assertTrue(key.name().length() <= 3, key.name());
      }
    }
  }
}
