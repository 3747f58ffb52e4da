package io.auricle.experiment.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.neural.option.AudioChanges;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Changes of pitch and tempo. */
final class AudioChangeTest {
  @Test
  void changesStayWithinTheirBoundsAndBelongToTheTrack() {
    AudioChanges options = new AudioChanges(2, 0.1, 50);
    List<AudioChange> changes = AudioChange.of(options, "a");
    assertEquals(50, changes.stream().distinct().count());
    for (AudioChange change : changes) {
      assertTrue(Math.abs(change.semitones()) <= 2, change.toString());
      assertTrue(change.tempo() <= 1.1 && change.tempo() >= 1 / 1.1, change.toString());
    }
    assertEquals(changes, AudioChange.of(options, "a"));
    assertNotEquals(changes, AudioChange.of(options, "b"));
    assertEquals(List.of(), AudioChange.of(AudioChanges.none(), "a"));
  }

  @Test
  void fasterIsShorterAndNoChangeIsTheClipItself() {
    float[] samples = new float[22_050];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.sin(0.1 * i);
    }
    Signal clip = Signal.of(samples, 22_050);
    assertSame(clip, AudioChange.NONE.of(clip));
    assertEquals(samples.length / 1.25, new AudioChange(0, 1.25).of(clip).length(), 1);
    assertEquals(samples.length, new AudioChange(1.5, 1).of(clip).length(), 20);
  }

  @ParameterizedTest
  @CsvSource({"13, 0, 1", "-1, 0, 1", "0, 0.6, 1", "2, 0, 0", "0, 0, 2", "1, 0, 101"})
  void whatCannotBeIsRefused(double semitones, double tempo, int variants) {
    assertThrows(
        IllegalArgumentException.class, () -> new AudioChanges(semitones, tempo, variants));
  }
}
