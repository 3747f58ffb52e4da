package io.auricle.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.dsp.MelScale;
import io.auricle.feature.frame.LevelScale;
import io.auricle.feature.frame.Levels;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.frame.MelSpectrogram;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.frame.Rms;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralCentroid;
import io.auricle.feature.frame.SpectralContrast;
import io.auricle.feature.frame.SpectralFlatness;
import io.auricle.feature.frame.SpectralRolloff;
import io.auricle.feature.frame.Spectrogram;
import io.auricle.feature.frame.ZeroCrossingRate;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.rhythm.OnsetTempogram;
import io.auricle.feature.rhythm.Onsets;
import io.auricle.feature.rhythm.Tempo;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The short calls, {@code Mfcc.of(signal)} and the like, equal the recorded values of librosa. */
final class FeatureDoorTest {
  private static final Set<String> COVERED =
      Set.of(
          "bandwidth",
          "centroid",
          "chroma",
          "contrast",
          "flatness",
          "melDb",
          "melPower",
          "mfcc",
          "onset",
          "power",
          "rms",
          "rolloff",
          "tempo",
          "tempogram",
          "zeroCrossingRate");

  @Test
  void shortCallsEqualLibrosa() {
    Set<String> seen = new TreeSet<>();
    StringBuilder faults = new StringBuilder();
    for (String name : Golden.names()) {
      Golden golden = Golden.named(name);
      Optional<FeatureMatrix> actual = compute(golden);
      if (actual.isPresent()) {
        seen.add(golden.text("feature"));
        assertEquals(golden.whole("frames"), actual.get().frameCount(), name);
        assertEquals(golden.whole("rows"), actual.get().columnCount(), name);
        Golden.Deviation worst = golden.deviation(actual.get());
        if (worst.share() > 1) {
          faults.append("%s: %s%n".formatted(name, worst));
        }
      }
    }
    assertEquals("", faults.toString());
    assertEquals(new TreeSet<>(COVERED), seen);
  }

  /** What a short call gives, where one can be asked for what was recorded. */
  private static Optional<FeatureMatrix> compute(Golden golden) {
    Signal signal = golden.signal();
    boolean usual =
        golden.whole("frame") == 2048
            && golden.whole("hop") == 512
            && Boolean.parseBoolean(golden.text("centred", "true"));
    Optional<FeatureMatrix> none = Optional.empty();
    return switch (golden.text("feature")) {
      case "mfcc" -> Optional.of(Mfcc.of(signal, mfcc(golden)));
      case "melPower" -> centred(golden) ? Optional.of(mel(golden, signal, Levels.POWER)) : none;
      case "melDb" ->
          Optional.of(mel(golden, signal, new Levels(LevelScale.DB, 0, -golden.number("floorDb"))));
      case "power" -> usual ? Optional.of(squares(Spectrogram.of(signal))) : none;
      case "chroma" -> Optional.of(Chroma.of(signal));
      case "rms" -> Optional.of(Rms.of(signal));
      case "zeroCrossingRate" -> Optional.of(ZeroCrossingRate.of(signal));
      case "centroid" -> Optional.of(SpectralCentroid.of(signal));
      case "bandwidth" ->
          golden.number("order") == 2 ? Optional.of(SpectralBandwidth.of(signal)) : none;
      case "rolloff" -> Optional.of(SpectralRolloff.of(signal));
      case "contrast" -> Optional.of(SpectralContrast.of(signal));
      case "flatness" -> Optional.of(SpectralFlatness.of(signal));
      case "onset" -> mean(golden) ? Optional.of(Onsets.of(signal)) : none;
      case "tempogram" -> Optional.of(new OnsetTempogram(golden.whole("window")).usual(signal));
      case "tempo" ->
          mean(golden)
              ? Optional.of(FeatureMatrix.of(1, 1, new float[] {(float) Tempo.of(signal)}))
              : none;
      default -> none;
    };
  }

  private static boolean centred(Golden golden) {
    return Boolean.parseBoolean(golden.text("centred", "true"));
  }

  private static boolean mean(Golden golden) {
    return golden.text("aggregate", "MEAN").equals("MEAN");
  }

  private static Mfcc.Options mfcc(Golden golden) {
    return Mfcc.Options.DEFAULT
        .withCoefficients(golden.whole("coefficients"))
        .withLifter(golden.number("lifter"))
        .withLevels(MelLevels.DEFAULT)
        .withFrameLength(golden.whole("frame"))
        .withHopLength(golden.whole("hop"));
  }

  private static FeatureMatrix mel(Golden golden, Signal signal, Levels levels) {
    return MelSpectrogram.of(
        signal,
        MelSpectrogram.Options.DEFAULT
            .withFrameLength(golden.whole("frame"))
            .withHopLength(golden.whole("hop"))
            .withBands(golden.whole("bands"))
            .withScale(MelScale.valueOf(golden.text("scale", "SLANEY")))
            .withNormalised(Boolean.parseBoolean(golden.text("normalised", "true")))
            .withLevels(levels));
  }

  private static FeatureMatrix squares(FeatureMatrix magnitudes) {
    float[] values = magnitudes.toArray();
    for (int i = 0; i < values.length; i++) {
      values[i] *= values[i];
    }
    return FeatureMatrix.wrap(magnitudes.frameCount(), magnitudes.columnCount(), values);
  }

  @Test
  void defaultsAreThoseOfTheOptions() {
    Signal song = SyntheticSignal.of("song", 22_050, 1);
    assertArrayEquals(Mfcc.of(song, Mfcc.Options.DEFAULT).toArray(), Mfcc.of(song).toArray());
    assertArrayEquals(
        MelSpectrogram.of(song, MelSpectrogram.Options.DEFAULT).toArray(),
        MelSpectrogram.of(song).toArray());
    assertEquals("FeatureMatrix[44 frames x 20 columns]", Mfcc.of(song).toString());
  }

  @Test
  void viewsHaveTheShapesThatTheySay() {
    FeatureMatrix matrix = FeatureMatrix.of(2, 3, new float[] {1, 2, 3, 4, 5, 6});
    assertArrayEquals(new double[][] {{1, 2, 3}, {4, 5, 6}}, matrix.toRows());
    assertArrayEquals(new double[][] {{1, 4}, {2, 5}, {3, 6}}, matrix.toColumns());
    assertArrayEquals(new float[] {4, 5, 6}, matrix.frame(1));
    assertArrayEquals(new float[] {3, 6}, matrix.column(2));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix.frame(2));
    assertThrows(IndexOutOfBoundsException.class, () -> matrix.column(3));
    matrix.toRows()[0][0] = 9;
    matrix.frame(0)[0] = 9;
    assertEquals(1, matrix.at(0, 0));
  }

  @Test
  void wrongOptionsAreRefusedBeforeWork() {
    IllegalArgumentException bands =
        assertThrows(
            IllegalArgumentException.class, () -> MelSpectrogram.Options.DEFAULT.withBands(2000));
    assertEquals("bands=2000 must be in [1, frameLength/2=1024]", bands.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Mfcc.Options.DEFAULT.withCoefficients(129));
    assertThrows(IllegalArgumentException.class, () -> Mfcc.Options.DEFAULT.withFrameLength(1000));
    assertThrows(IllegalArgumentException.class, () -> Mfcc.Options.DEFAULT.withHopLength(0));
    IllegalArgumentException hop =
        assertThrows(
            IllegalArgumentException.class,
            () -> MelSpectrogram.Options.DEFAULT.withHopLength(Integer.MAX_VALUE));
    assertEquals("hopLength=2147483647 must be at most 8388608", hop.getMessage());
    IllegalArgumentException empty =
        assertThrows(IllegalArgumentException.class, () -> Rms.of(Signal.of(new float[0], 22_050)));
    assertEquals("signal.length=0 must be at least 1 sample", empty.getMessage());
  }

  @Test
  void tempoAsksForAnOnsetStrength() {
    FeatureMatrix none = FeatureMatrix.of(0, 1, new float[0]);
    FeatureMatrix two = FeatureMatrix.of(2, 2, new float[] {1, 2, 3, 4});
    FeatureMatrix one = FeatureMatrix.of(2, 1, new float[] {1, 2});
    for (FeatureMatrix wrong : List.of(none, two)) {
      assertThrows(IllegalArgumentException.class, () -> Tempo.DEFAULT.of(wrong, 22_050, 512));
      assertThrows(
          IllegalArgumentException.class, () -> Tempo.DEFAULT.perFrame(wrong, 22_050, 512));
    }
    assertThrows(IllegalArgumentException.class, () -> Tempo.DEFAULT.of(one, 22_050, 0));
    assertThrows(IllegalArgumentException.class, () -> Tempo.DEFAULT.of(one, 0, 512));
  }

  @Test
  void resamplingKeepsTheToneAndItsLength() {
    Signal tone = SyntheticSignal.of("tone", 44_100, 1);
    Signal half = tone.resample(22_050);
    assertEquals(22_050, half.length());
    assertEquals(22_050, half.sampleRateHz());
    Signal same = SyntheticSignal.of("tone", 22_050, 1);
    for (int i = 2000; i < 20_000; i++) {
      assertEquals(same.at(i), half.at(i), 1e-4, "sample " + i);
    }
    assertTrue(tone == tone.resample(44_100));
  }
}
