package io.auricle.experiment.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.experiment.source.Source.FileError;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of files that could not be analysed. */
final class LeftOutTest {
  @Test
  void eachFileIsNamedWithItsReason() {
    assertEquals(List.of(), LeftOut.failed("music", List.of()));
    assertEquals(
        List.of("music: left out: a.png (is no PNG), b.wav (ends inside its header)"),
        LeftOut.failed(
            "music",
            List.of(
                new FileError("music/rock/a.png", "CORRUPT", "music/rock/a.png: is no PNG"),
                new FileError("music/b.wav", "TRUNCATED", "ends inside its header"))));
  }

  @Test
  void ofManyTheFirstFiveAreNamed() {
    List<FileError> errors =
        IntStream.range(0, 7).mapToObj(i -> new FileError("m/" + i, "CORRUPT", "bad")).toList();
    assertEquals(
        List.of("m: left out: 0 (bad), 1 (bad), 2 (bad), 3 (bad), 4 (bad) and 2 more"),
        LeftOut.failed("m", errors));
  }
}
