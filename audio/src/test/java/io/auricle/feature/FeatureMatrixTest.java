package io.auricle.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

final class FeatureMatrixTest {
  private static final FeatureMatrix TWO_FRAMES =
      FeatureMatrix.of(2, 3, new float[] {1, 2, 3, 4, 5, 6});

  @Test
  void columnsAreTakenFromEveryFrameInTheOrderAskedFor() {
    FeatureMatrix chosen = TWO_FRAMES.columns(List.of(2, 0));
    assertEquals(2, chosen.frameCount());
    assertEquals(2, chosen.columnCount());
    assertArrayEquals(new float[] {3, 1, 6, 4}, chosen.toArray());
  }

  /** It is not read from the next frame, which lies behind. */
  @Test
  void aColumnThatIsNotThereIsNone() {
    assertThrows(IndexOutOfBoundsException.class, () -> TWO_FRAMES.columns(List.of(3)));
    assertThrows(IndexOutOfBoundsException.class, () -> TWO_FRAMES.columns(List.of(-1)));
    assertThrows(IndexOutOfBoundsException.class, () -> TWO_FRAMES.at(0, 3));
    assertThrows(IndexOutOfBoundsException.class, () -> TWO_FRAMES.at(1, -1));
    assertThrows(IndexOutOfBoundsException.class, () -> TWO_FRAMES.at(2, 0));
  }

  @Test
  void sizesBelowNoneAreRefused() {
    assertThrows(
        IllegalArgumentException.class, () -> FeatureMatrix.of(-2, -3, new float[] {1, 2}));
    assertThrows(
        IllegalArgumentException.class,
        () -> FeatureMatrix.of(-2, -3, new float[] {1, 2, 3, 4, 5, 6}));
  }
}
