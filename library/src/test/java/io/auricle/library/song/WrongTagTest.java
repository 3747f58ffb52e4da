package io.auricle.library.song;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which labels the words of a tag stand for. */
final class WrongTagTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "genre | Jazz            | jazz",
        "genre | Hip-Hop/Rap     | hiphop",
        "genre | Jazz; Blues     | blues jazz",
        "genre | Jazz/Blues      | blues jazz",
        "genre | Polka           | ''",
        "genre | Polka, Jazz     | jazz",
        "genre | Reggae          | ''",
        "mine  | ROCK            | rock",
        "mine  | Rap             | ''",
      })
  void labels(String name, String value, String labels) {
    Set<String> found = WrongTag.labels(name, value, List.of("jazz", "blues", "hiphop", "rock"));
    assertEquals(labels, String.join(" ", new TreeSet<>(found)));
  }
}
