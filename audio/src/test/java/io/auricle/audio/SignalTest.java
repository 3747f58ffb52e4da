package io.auricle.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class SignalTest {
  private static final float[] SAMPLES = {0.1f, 0.2f, 0.3f};

  @Test
  void partIsOfTheSignalAlone() {
    Signal signal = Signal.of(SAMPLES, 22_050);
    assertArrayEquals(new float[] {0.2f, 0.3f}, signal.slice(1, 3).toArray());
    assertArrayEquals(new float[0], signal.slice(3, 3).toArray());
  }

  /** It is not filled up with silence. */
  @Test
  void partBeyondTheEndIsNone() {
    Signal signal = Signal.of(SAMPLES, 22_050);
    assertThrows(IndexOutOfBoundsException.class, () -> signal.slice(1, 9));
    assertThrows(IndexOutOfBoundsException.class, () -> signal.slice(2, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> signal.slice(-1, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> Signal.of(SAMPLES, 0, 4, 22_050));
  }
}
