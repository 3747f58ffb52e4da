package io.auricle.split;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rows of the test part are those that scikit-learn 1.9.1 chose. */
class ScikitSplitTest {
  /**
   * Recorded by {@code train_test_split(np.arange(n), test_size=test, random_state=seed,
   * stratify=y)}; row i has the label {@code 'abcde'[(i * i + i // 3) % 5]}, the hash is {@code h =
   * (31 h + row) & 0x7fffffff} over the sorted rows of the test part.
   */
  @ParameterizedTest
  @CsvSource({
    "40, 0.3, 42, 12, 1265529622",
    "97, 0.25, 7, 25, 1871702201",
    "1000, 0.3, 42, 300, 1494576477",
    "31, 0.4, 123456789, 13, 1302780209",
  })
  void theRowsAreThose(int rows, double test, long seed, int count, int hash) {
    Split split = new ScikitSplit(seed, test).leaky(tracks(rows));
    List<Integer> held =
        split.tracks(Part.TEST).stream().map(id -> Integer.parseInt(id.value())).sorted().toList();
    assertEquals(count, held.size());
    assertEquals(rows - count, split.tracks(Part.TRAIN).size());
    int found = 0;
    for (int row : held) {
      found = (31 * found + row) & 0x7fffffff;
    }
    assertEquals(hash, found, held.toString());
    assertTrue(split.leaky());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | test=1.0 must be in (0, 1)",
        "0 | test=0.0 must be in (0, 1)",
        "0.02 | test=0.02 leaves 39 tracks to train and 1 to test",
      })
  void sharesThatCannotBeAreRefused(double test, String message) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> new ScikitSplit(1, test).leaky(tracks(40)));
    assertTrue(String.valueOf(e.getMessage()).startsWith(message), e.getMessage());
  }

  @Test
  void aLabelOfOneTrackIsRefused() {
    List<Track> few = List.of(track(0, "a"), track(1, "a"), track(2, "b"));
    assertEquals(
        "label b has one track, but a split needs two of each",
        assertThrows(IllegalArgumentException.class, () -> new ScikitSplit(1, 0.5).leaky(few))
            .getMessage());
  }

  private static List<Track> tracks(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> track(i, String.valueOf("abcde".charAt((i * i + i / 3) % 5))))
        .toList();
  }

  private static Track track(int row, String label) {
    return new Track(new TrackId("%05d".formatted(row)), null, List.of(new Label(label)), null);
  }
}
