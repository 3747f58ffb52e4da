package io.auricle.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.dsp.MelFilterBank;
import io.auricle.dsp.MelScale;
import io.auricle.dsp.fft.Stft;
import io.auricle.dsp.fft.Window;
import io.auricle.feature.frame.Delta;
import io.auricle.feature.frame.MelLevels;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.frame.Rms;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralCentroid;
import io.auricle.feature.frame.SpectralContrast;
import io.auricle.feature.frame.SpectralFlatness;
import io.auricle.feature.frame.SpectralRolloff;
import io.auricle.feature.frame.ZeroCrossingRate;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.pitch.Tuning;
import io.auricle.feature.published.Chin97Options;
import io.auricle.feature.published.Groningen58Options;
import io.auricle.feature.published.Gtzan57Options;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.Tempo;
import io.auricle.feature.rhythm.Tempogram;
import io.auricle.feature.separation.Hpss;
import io.auricle.feature.set.MelOptions;
import io.auricle.feature.set.StftOptions;
import io.auricle.feature.set.WaveformOptions;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every feature equals the recorded values of librosa within the tolerance of its passport. */
final class GoldenTest {
  static List<String> names() {
    return Golden.names();
  }

  @ParameterizedTest
  @MethodSource("names")
  void equalsLibrosa(String name) {
    Golden golden = Golden.named(name);
    FeatureMatrix actual = compute(golden);
    assertEquals(golden.whole("frames"), actual.frameCount(), "frames");
    assertEquals(golden.whole("rows"), actual.columnCount(), "columns");
    Golden.Deviation worst = golden.deviation(actual);
    assertTrue(
        worst.share() <= 1,
        () -> "%.3g times the tolerance at %s".formatted(worst.share(), worst.where()));
  }

  private static FeatureMatrix compute(Golden golden) {
    Signal signal = golden.signal();
    int rate = golden.whole("rate");
    int frame = golden.whole("frame");
    int hop = golden.whole("hop");
    return switch (golden.text("feature")) {
      case "power" -> power(golden, signal);
      case "powerDb" -> new StftOptions(rate, frame, hop, -80).extractor().extract(signal);
      case "melPower" -> melPower(golden, signal);
      case "melDb" ->
          new MelOptions(rate, frame, hop, golden.whole("bands"), golden.number("floorDb"))
              .extractor()
              .extract(signal);
      case "rms" -> new Rms().of(signal, FrameGrid.centred(rate, frame, hop));
      case "zeroCrossingRate" ->
          new ZeroCrossingRate().of(signal, FrameGrid.centred(rate, frame, hop));
      case "harmonic", "percussive" -> part(golden, signal);
      case "gtzan57" -> new Gtzan57Options(rate, frame, hop).extractor().extract(signal);
      case "groningen58" -> new Groningen58Options(rate, frame, hop).extractor().extract(signal);
      case "waveform" -> new WaveformOptions(rate, 26_400, 500).extractor().extract(signal);
      case "chin97" -> new Chin97Options(rate, frame, hop).extractor().extract(signal);
      default -> ofSpectrum(golden, Spectrum.of(signal, frame, hop));
    };
  }

  private static FeatureMatrix ofSpectrum(Golden golden, Spectrum spectrum) {
    return switch (golden.text("feature")) {
      case "mfcc" ->
          new Mfcc(golden.whole("coefficients"), MelLevels.DEFAULT, golden.number("lifter"))
              .of(spectrum);
      case "delta" ->
          new Delta(golden.whole("width"), golden.whole("order")).of(Mfcc.of(20).of(spectrum));
      case "chroma" -> new Chroma().of(spectrum);
      case "tuning" -> single(Tuning.of(spectrum));
      case "centroid" -> new SpectralCentroid().of(spectrum);
      case "bandwidth" -> new SpectralBandwidth(golden.number("order")).of(spectrum);
      case "rolloff" -> new SpectralRolloff(golden.number("share")).of(spectrum);
      case "contrast" -> SpectralContrast.DEFAULT.of(spectrum);
      case "flatness" -> new SpectralFlatness().of(spectrum);
      default -> ofOnsets(golden, spectrum);
    };
  }

  private static FeatureMatrix ofOnsets(Golden golden, Spectrum spectrum) {
    int rate = spectrum.sampleRateHz();
    int hop = spectrum.hopLength();
    FeatureMatrix onsets =
        new OnsetStrength(OnsetStrength.Aggregate.valueOf(golden.text("aggregate", "MEAN")))
            .of(spectrum);
    return switch (golden.text("feature")) {
      case "onset" -> onsets;
      case "tempogram" -> new Tempogram(golden.whole("window")).of(onsets);
      case "tempo" -> single(Tempo.DEFAULT.of(onsets, rate, hop));
      case "tempoPerFrame" -> Tempo.DEFAULT.perFrame(onsets, rate, hop);
      default -> throw new IllegalArgumentException("feature=" + golden.text("feature"));
    };
  }

  private static FeatureMatrix power(Golden golden, Signal signal) {
    boolean centred = Boolean.parseBoolean(golden.text("centred", "true"));
    Stft stft = Stft.of(golden.whole("frame"), golden.whole("hop"), Window.HANN, centred);
    int frames = stft.frameCount(signal.length());
    float[] power = new float[frames * stft.bins()];
    stft.power(signal.toArray(), 0, frames, power);
    return FeatureMatrix.wrap(frames, stft.bins(), power);
  }

  private static FeatureMatrix melPower(Golden golden, Signal signal) {
    FeatureMatrix power = power(golden, signal);
    MelFilterBank bank =
        MelFilterBank.of(
            golden.whole("frame"),
            new MelFilterBank.Layout(
                golden.whole("rate"),
                golden.whole("bands"),
                MelScale.valueOf(golden.text("scale", "SLANEY")),
                Boolean.parseBoolean(golden.text("normalised", "true"))));
    float[] mel = new float[power.frameCount() * bank.bands()];
    bank.apply(power.values(), power.frameCount(), mel, 0);
    return FeatureMatrix.wrap(power.frameCount(), bank.bands(), mel);
  }

  private static FeatureMatrix part(Golden golden, Signal signal) {
    Hpss hpss =
        new Hpss(
            31,
            31,
            golden.number("exponent"),
            golden.number("harmonicMargin"),
            golden.number("percussiveMargin"));
    Hpss.Parts parts = hpss.split(signal, golden.whole("frame"), golden.whole("hop"));
    boolean harmonic = golden.text("feature").equals("harmonic");
    Signal part = harmonic ? parts.harmonic() : parts.percussive();
    return FeatureMatrix.wrap(part.length(), 1, part.toArray());
  }

  private static FeatureMatrix single(double value) {
    return FeatureMatrix.wrap(1, 1, new float[] {(float) value});
  }
}
