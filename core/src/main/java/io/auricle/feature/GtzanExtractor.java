package io.auricle.feature;

import io.auricle.audio.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The statistics of the GTZAN feature table of Kaggle, one row a signal, in its order: mean and
 * variance of chroma, RMS, spectral centroid, bandwidth and rolloff, zero-crossing rate, the
 * harmonic and the percussive sound, the tempo, and mean and variance of 20 MFCC. Tested against
 * librosa 0.11.
 *
 * <p>The tempo is either one number, that of {@code librosa.beat.beat_track}, which the table has,
 * or mean and variance of the tempo per frame, {@code librosa.feature.tempo(aggregate=None)}.
 *
 * <p>One spectrum serves all. Silence gives finite values: 0 throughout but for the mean of the
 * first MFCC, of -100 dB in all bands, and a tempo per frame.
 */
final class GtzanExtractor implements FeatureExtractor {
  private static final int COEFFICIENTS = 20;

  private final FeatureOptions options;
  private final int frameLength;
  private final int hopLength;
  private final boolean tempoPerFrame;
  private final List<String> columns;

  GtzanExtractor(FeatureOptions options, int frameLength, int hopLength, boolean tempoPerFrame) {
    this.options = options;
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    this.tempoPerFrame = tempoPerFrame;
    this.columns = names(tempoPerFrame);
  }

  private static List<String> names(boolean tempoPerFrame) {
    List<String> names = new ArrayList<>();
    Stream.of(
            "chroma_stft",
            "rms",
            "spectral_centroid",
            "spectral_bandwidth",
            "rolloff",
            "zero_crossing_rate",
            "harmony",
            "perceptr")
        .forEach(feature -> addPair(names, feature));
    if (tempoPerFrame) {
      addPair(names, "tempo");
    } else {
      names.add("tempo");
    }
    for (int i = 1; i <= COEFFICIENTS; i++) {
      addPair(names, "mfcc" + i);
    }
    return List.copyOf(names);
  }

  private static void addPair(List<String> names, String feature) {
    names.add(feature + "_mean");
    names.add(feature + "_var");
  }

  @Override
  public FeatureOptions options() {
    return options;
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public FeatureMatrix extract(Signal signal) {
    options.check(signal);
    float[] samples = Framing.samples(signal);
    ComplexSpectrum complex =
        ComplexSpectrum.of(samples, options.sampleRateHz(), frameLength, hopLength);
    Spectrum spectrum = complex.power();
    StatisticsRow row = new StatisticsRow(columns.size());
    row.addMeanAndVariance(new Chroma().of(spectrum).values());
    row.addMeanAndVariance(new Rms(frameLength, hopLength).of(samples));
    row.addMeanAndVariance(new SpectralCentroid().of(spectrum).values());
    row.addMeanAndVariance(new SpectralBandwidth(2).of(spectrum).values());
    row.addMeanAndVariance(new SpectralRolloff(0.85).of(spectrum).values());
    row.addMeanAndVariance(new ZeroCrossingRate(frameLength, hopLength).of(samples));
    addParts(row, samples, complex);
    FeatureMatrix levels = MelLevels.DEFAULT.of(spectrum);
    addTempo(row, levels);
    FeatureMatrix mfcc = Mfcc.of(COEFFICIENTS).ofLevels(levels);
    for (int i = 0; i < COEFFICIENTS; i++) {
      row.addMeanAndVariance(Moments.of(mfcc, i));
    }
    return row.matrix();
  }

  private static void addParts(StatisticsRow row, float[] samples, ComplexSpectrum spectrum) {
    float[] sound = Hpss.DEFAULT.harmonic(spectrum, samples.length);
    row.addMeanAndVariance(sound);
    // The default masks add up to 1, so the percussive part is the rest: no second inverse.
    for (int i = 0; i < sound.length; i++) {
      sound[i] = samples[i] - sound[i];
    }
    row.addMeanAndVariance(sound);
  }

  private void addTempo(StatisticsRow row, FeatureMatrix levels) {
    int rate = options.sampleRateHz();
    int shift = frameLength / (2 * hopLength);
    if (tempoPerFrame) {
      FeatureMatrix onsets = OnsetStrength.MEAN.ofLevels(levels, shift);
      row.addMeanAndVariance(Tempo.DEFAULT.perFrame(onsets, rate, hopLength).values());
    } else {
      FeatureMatrix onsets = OnsetStrength.MEDIAN.ofLevels(levels, shift);
      row.add(Tempo.DEFAULT.of(onsets, rate, hopLength));
    }
  }
}
