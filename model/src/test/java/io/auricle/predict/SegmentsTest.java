package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.published.Gtzan57Options;
import org.junit.jupiter.api.Test;

final class SegmentsTest {
  /** Five frames of two columns: frame f holds f and 10 + f. */
  private static final FeatureMatrix MATRIX =
      FeatureMatrix.of(5, 2, new float[] {0, 10, 1, 11, 2, 12, 3, 13, 4, 14});

  @Test
  void segmentsThatDoNotFitAreLeftOut() {
    Segments segments = segments(2, 2, InputLayout.FRAMES_BANDS);
    assertEquals(2, segments.count());
    assertArrayEquals(new long[] {2, 2, 2}, segments.shape());
    assertArrayEquals(new float[] {0, 10, 1, 11, 2, 12, 3, 13}, segments.tensor());
  }

  @Test
  void segmentsMayOverlap() {
    Segments segments = segments(3, 1, InputLayout.FRAMES_BANDS);
    assertEquals(3, segments.count());
    assertEquals(2, segments.firstFrame(2));
    assertEquals(5, segments.endFrame(2));
  }

  @Test
  void convolutionalLayoutPutsTimeLast() {
    Segments segments = segments(2, 3, InputLayout.BANDS_FRAMES);
    assertArrayEquals(new long[] {2, 1, 2, 2}, segments.shape());
    assertArrayEquals(new float[] {0, 1, 10, 11, 3, 4, 13, 14}, segments.tensor());
  }

  @Test
  void shortClipIsRepeatedToFillASegment() {
    Segments segments = segments(7, 7, InputLayout.BANDS_FRAMES);
    assertEquals(1, segments.count());
    assertEquals(5, segments.endFrame(0));
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 4, 0, 1, 10, 11, 12, 13, 14, 10, 11}, segments.tensor());
  }

  private static Segments segments(int frames, int hop, InputLayout layout) {
    Gtzan57Options features = new Gtzan57Options(22050, 2048, 512);
    return Segments.of(MATRIX, new InputOptions(features, 30, frames, hop, layout));
  }
}
