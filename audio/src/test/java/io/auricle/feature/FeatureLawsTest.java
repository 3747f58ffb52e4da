package io.auricle.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.frame.Delta;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.frame.Rms;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralCentroid;
import io.auricle.feature.frame.SpectralEntropy;
import io.auricle.feature.frame.SpectralFlatness;
import io.auricle.feature.frame.SpectralFlux;
import io.auricle.feature.frame.SpectralRolloff;
import io.auricle.feature.frame.ZeroCrossingRate;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.pitch.Tuning;
import io.auricle.feature.published.Gtzan57Options;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.Tempo;
import io.auricle.feature.separation.Hpss;
import io.auricle.feature.statistics.Moments;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FeatureLawsTest {
  private static final FrameOptions FRAMES = new FrameOptions(22_050, 2048, 512, true);

  private static Spectrum spectrum(String signal) {
    return Spectrum.of(SyntheticSignal.of(signal, 22_050, 1), 2048, 512);
  }

  private static Signal tone(double hz) {
    float[] samples = new float[22_050];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / 22_050));
    }
    return Signal.of(samples, 22_050);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 9, 11})
  void toneLandsInItsPitchClass(int pitchClass) {
    double hz = 440 * Math.pow(2, (60 + pitchClass - 69) / 12.0);
    FeatureMatrix chroma = new Chroma().of(Spectrum.of(tone(hz), 4096, 1024));
    assertEquals(1, chroma.at(10, pitchClass), 1e-6);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 41, 500, 1020})
  void toneLandsInItsBin(int bin) {
    Spectrum spectrum = Spectrum.of(tone(bin * 22_050 / 2048.0), 2048, 512);
    for (int other = 0; other < spectrum.bins(); other++) {
      assertTrue(spectrum.power(20, other) <= spectrum.power(20, bin), "bin " + other);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void soundLaterByAHopGivesTheSameFramesLater(boolean centred) {
    FrameOptions options = new FrameOptions(22_050, 1024, 256, centred);
    float[] samples = SyntheticSignal.of("song", 22_050, 0.5).toArray();
    float[] later = new float[samples.length];
    System.arraycopy(samples, 0, later, 256, samples.length - 256);
    for (String name : List.of("mfcc", "rms", "zero-crossing-rate", "spectral-moments")) {
      FrameFeature feature = FrameFeatures.named(name);
      FeatureMatrix early = feature.of(Signal.of(samples, 22_050), options);
      FeatureMatrix late = feature.of(Signal.of(later, 22_050), options);
      // Past the frames that an end of the sound reaches into.
      for (int frame = 4; frame < early.frameCount() - 4; frame++) {
        assertEquals(
            early.at(frame, 0), late.at(frame + 1, 0), 1e-4f * Math.abs(early.at(frame, 0)));
      }
    }
  }

  @Test
  void tuningFollowsADetunedTone() {
    double tuning = Tuning.of(Spectrum.of(tone(440 * Math.pow(2, 0.3 / 12)), 4096, 1024));
    assertEquals(0.3, tuning, 0.05);
  }

  @Test
  void centroidOfAToneIsItsFrequencyAndItsRolloffTheNextBin() {
    Spectrum spectrum = Spectrum.of(tone(3000), 2048, 512);
    assertEquals(3000, new SpectralCentroid().of(spectrum).at(20, 0), 1);
    assertEquals(3000, new SpectralRolloff(0.85).of(spectrum).at(20, 0), spectrum.binHz(1));
  }

  @Test
  void rmsOfASineIsItsAmplitudeOverRootTwo() {
    assertEquals(0.5 / Math.sqrt(2), new Rms().of(tone(1000), FRAMES).at(20, 0), 1e-4);
  }

  @Test
  void sineCrossesZeroTwiceAPeriod() {
    FeatureMatrix rate = new ZeroCrossingRate().of(tone(1000), FRAMES);
    assertEquals(2 * 1000 / 22_050.0, rate.at(20, 0), 1.0 / 2048);
  }

  @Test
  void noiseIsFlatterAndMoreEvenThanATone() {
    Spectrum noise = spectrum("noise");
    Spectrum tone = spectrum("tone");
    assertTrue(new SpectralFlatness().of(noise).at(20, 0) > 0.4);
    assertTrue(new SpectralFlatness().of(tone).at(20, 0) < 0.01);
    assertTrue(new SpectralEntropy().of(noise).at(20, 0) > 0.9);
    assertTrue(new SpectralEntropy().of(tone).at(20, 0) < 0.3);
  }

  @Test
  void steadySoundHasNoFlux() {
    FeatureMatrix flux = new SpectralFlux().of(Spectrum.of(tone(22_050 / 32.0), 2048, 512));
    assertEquals(0, flux.at(0, 0));
    assertEquals(0, flux.at(20, 0), 1e-4);
  }

  @Test
  void clicksEveryHalfSecondAre120Bpm() {
    Spectrum spectrum = Spectrum.of(SyntheticSignal.of("clicks", 22_050, 12), 2048, 512);
    double tempo = Tempo.DEFAULT.of(OnsetStrength.MEAN.of(spectrum), 22_050, 512);
    assertEquals(120, tempo, 3);
  }

  @Test
  void silenceHasNoTempo() {
    FeatureMatrix onsets = OnsetStrength.MEDIAN.of(spectrum("silence"));
    assertEquals(0, Tempo.DEFAULT.of(onsets, 22_050, 512));
  }

  @Test
  void partsOfASoundAddUpToIt() {
    Signal song = SyntheticSignal.of("song", 22_050, 1);
    Hpss.Parts parts = Hpss.DEFAULT.split(song, 2048, 512);
    for (int i = 0; i < song.length(); i++) {
      assertEquals(song.at(i), parts.harmonic().at(i) + parts.percussive().at(i), 1e-5f);
    }
  }

  @Test
  void toneIsHarmonicAndImpulsePercussive() {
    assertTrue(harmonicShare("tone") > 0.95);
    assertTrue(harmonicShare("impulse") < 0.05);
  }

  private static double harmonicShare(String name) {
    Hpss.Parts parts = Hpss.DEFAULT.split(SyntheticSignal.of(name, 22_050, 1), 2048, 512);
    double harmonic = Moments.of(parts.harmonic().toArray()).variance();
    return harmonic / (harmonic + Moments.of(parts.percussive().toArray()).variance());
  }

  @Test
  void deltaOfALineIsItsSlopeAndOfAParabolaItsCurvature() {
    float[] line = new float[20];
    float[] parabola = new float[20];
    for (int t = 0; t < 20; t++) {
      line[t] = 3 * t - 7;
      parabola[t] = 2 * t * t + t;
    }
    FeatureMatrix slope = new Delta(9, 1).of(FeatureMatrix.of(20, 1, line));
    FeatureMatrix curvature = new Delta(9, 2).of(FeatureMatrix.of(20, 1, parabola));
    for (int t = 0; t < 20; t++) {
      assertEquals(3, slope.at(t, 0), 1e-5);
      assertEquals(4, curvature.at(t, 0), 1e-4);
    }
  }

  @Test
  void momentsOfKnownValues() {
    Moments moments = Moments.of(new float[] {1, 1, 1, 5});
    assertEquals(2, moments.mean(), 1e-12);
    assertEquals(3, moments.variance(), 1e-12);
    assertEquals(6 / Math.pow(3, 1.5), moments.skewness(), 1e-12);
    assertEquals(21 / 9.0 - 3, moments.kurtosis(), 1e-12);
    assertEquals(0, Moments.of(new float[] {0.1f, 0.1f, 0.1f}).kurtosis());
  }

  @Test
  void badOptionsAreNamed() {
    assertMessage("order=0.0 must be finite and above 0", () -> new SpectralBandwidth(0));
    assertMessage("share=1.0 must be in (0, 1)", () -> new SpectralRolloff(1));
    assertMessage("harmonicFrames=30 must be odd and at least 1", () -> new Hpss(30, 31, 2, 1, 1));
    assertMessage(
        "harmonicMargin=0.5 must be finite and at least 1", () -> new Hpss(31, 31, 2, 0.5, 1));
    assertMessage(
        "hopLength=0 must be in [1, frameLength/2=1024]",
        () -> new Gtzan57Options(22_050, 2048, 0));
    assertMessage("startBpm=0.0 must be finite and above 0", () -> new Tempo(0, 1, 8, 320));
    assertMessage("coefficients=200 must be in [1, bands=128]", () -> Mfcc.of(200));
  }

  private static void assertMessage(String message, Executable executable) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, executable).getMessage());
  }
}
