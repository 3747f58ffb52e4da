package io.auricle.predict.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.bundle.ClipFit;
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

  @Test
  void shortClipMayBeFilledUp() {
    ClipFit filled = ClipFit.filled(0.5);
    Segments rows = segments(7, 7, InputLayout.FRAMES_BANDS, filled);
    assertEquals(5, rows.endFrame(0), "what was put there is no sound");
    assertArrayEquals(
        new float[] {0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 0.5f, 0.5f, 0.5f, 0.5f}, rows.tensor());
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 4, 0.5f, 0.5f, 10, 11, 12, 13, 14, 0.5f, 0.5f},
        segments(7, 7, InputLayout.BANDS_FRAMES, filled).tensor());
    assertArrayEquals(
        segments(2, 2, InputLayout.FRAMES_BANDS).tensor(),
        segments(2, 2, InputLayout.FRAMES_BANDS, filled).tensor(),
        "clips that are long enough");
  }

  @Test
  void clipsMayGoInWhole() {
    for (int frames : new int[] {2, 7}) {
      Segments whole = segments(frames, frames, InputLayout.VECTOR, ClipFit.WHOLE);
      assertEquals(1, whole.count());
      assertEquals(5, whole.endFrame(0));
      assertArrayEquals(new long[] {1, 10}, whole.shape());
      assertArrayEquals(new float[] {0, 10, 1, 11, 2, 12, 3, 13, 4, 14}, whole.tensor());
    }
  }

  @Test
  void whatIsTrainedHearsShortClipsRepeated() {
    InputOptions input =
        new InputOptions(new Gtzan57Options(22050, 2048, 512), 30, 2, 2, InputLayout.VECTOR);
    input.requireRepeated();
    assertEquals(
        "clipFit=whole must be left out: what is trained here hears short clips repeated",
        assertThrows(
                IllegalArgumentException.class, () -> input.with(ClipFit.WHOLE).requireRepeated())
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> ClipFit.filled(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> new ClipFit(ClipFit.Way.REPEATED, 1.0));
  }

  private static Segments segments(int frames, int hop, InputLayout layout, ClipFit fit) {
    Gtzan57Options features = new Gtzan57Options(22050, 2048, 512);
    return Segments.of(MATRIX, new InputOptions(features, 30, frames, hop, layout).with(fit));
  }

  private static Segments segments(int frames, int hop, InputLayout layout) {
    Gtzan57Options features = new Gtzan57Options(22050, 2048, 512);
    return Segments.of(MATRIX, new InputOptions(features, 30, frames, hop, layout));
  }
}
