package io.auricle.feature;

import io.auricle.audio.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * The 57 statistics of the GTZAN feature table of Kaggle, one row a signal, in its order: mean and
 * variance of chroma, RMS, spectral centroid, bandwidth and rolloff, zero-crossing rate, the
 * harmonic and the percussive sound, the tempo, and mean and variance of 20 MFCC. Tested against
 * librosa 0.11; the tempo is that of {@code librosa.beat.beat_track}, which the table has.
 *
 * <p>One spectrum serves all. Silence gives finite values: 0 throughout but for the first MFCC, of
 * -100 dB in all bands.
 */
final class Gtzan57Extractor implements FeatureExtractor {
  private static final int COEFFICIENTS = 20;
  private static final List<String> COLUMNS = names();

  private final Gtzan57Options options;

  Gtzan57Extractor(Gtzan57Options options) {
    this.options = options;
  }

  private static List<String> names() {
    List<String> names = new ArrayList<>();
    for (String feature :
        List.of(
            "chroma_stft",
            "rms",
            "spectral_centroid",
            "spectral_bandwidth",
            "rolloff",
            "zero_crossing_rate",
            "harmony",
            "perceptr")) {
      names.add(feature + "_mean");
      names.add(feature + "_var");
    }
    names.add("tempo");
    for (int i = 1; i <= COEFFICIENTS; i++) {
      names.add("mfcc" + i + "_mean");
      names.add("mfcc" + i + "_var");
    }
    return List.copyOf(names);
  }

  @Override
  public FeatureOptions options() {
    return options;
  }

  @Override
  public List<String> columns() {
    return COLUMNS;
  }

  @Override
  public FeatureMatrix extract(Signal signal) {
    options.check(signal);
    float[] samples = Framing.samples(signal);
    int frameLength = options.frameLength();
    int hopLength = options.hopLength();
    ComplexSpectrum complex =
        ComplexSpectrum.of(samples, options.sampleRateHz(), frameLength, hopLength);
    Spectrum spectrum = complex.power();
    Row row = new Row();
    row.add(new Chroma().of(spectrum).values());
    row.add(new Rms(frameLength, hopLength).of(samples));
    row.add(new SpectralCentroid().of(spectrum).values());
    row.add(new SpectralBandwidth(2).of(spectrum).values());
    row.add(new SpectralRolloff(0.85).of(spectrum).values());
    row.add(new ZeroCrossingRate(frameLength, hopLength).of(samples));
    addParts(row, samples, complex);
    FeatureMatrix levels = MelLevels.DEFAULT.of(spectrum);
    float[] onsets =
        new OnsetStrength(OnsetStrength.Aggregate.MEDIAN)
            .ofLevels(levels, frameLength / (2 * hopLength));
    row.add(Tempo.DEFAULT.ofStrength(onsets, options.sampleRateHz(), hopLength));
    float[] mfcc = Mfcc.of(COEFFICIENTS).ofLevels(levels).values();
    for (int i = 0; i < COEFFICIENTS; i++) {
      row.add(Moments.ofColumn(mfcc, i, COEFFICIENTS));
    }
    return FeatureMatrix.wrap(1, COLUMNS.size(), row.values);
  }

  private static void addParts(Row row, float[] samples, ComplexSpectrum spectrum) {
    float[] sound = Hpss.DEFAULT.harmonic(spectrum, samples.length);
    row.add(sound);
    // The default masks add up to 1, so the percussive part is the rest: no second inverse.
    for (int i = 0; i < sound.length; i++) {
      sound[i] = samples[i] - sound[i];
    }
    row.add(sound);
  }

  /** The statistics, filled from left to right. */
  private static final class Row {
    final float[] values = new float[COLUMNS.size()];
    private int filled;

    void add(double value) {
      values[filled++] = (float) value;
    }

    void add(float[] series) {
      add(Moments.of(series));
    }

    void add(Moments moments) {
      add(moments.mean());
      add(moments.variance());
    }
  }
}
