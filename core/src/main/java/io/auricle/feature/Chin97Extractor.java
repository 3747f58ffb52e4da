package io.auricle.feature;

import io.auricle.audio.Signal;
import java.util.ArrayList;
import java.util.List;

/**
 * The 97 statistics of {@link Chin97Options}, one row a signal, in the published order. As in the
 * table, mean and skewness of the signal are of its absolute values, deviation and kurtosis of the
 * values themselves. The tempo is that of {@code librosa.feature.tempo}. Unlike the table, whose
 * bandwidth of order 4 repeats order 3, each bandwidth is of its own order. Silence gives finite
 * values.
 */
final class Chin97Extractor implements FeatureExtractor {
  private static final List<String> COLUMNS = names();

  private final Chin97Options options;

  Chin97Extractor(Chin97Options options) {
    this.options = options;
  }

  private static List<String> names() {
    List<String> names =
        new ArrayList<>(List.of("signal_mean", "signal_std", "signal_skew", "signal_kurtosis"));
    addPair(names, "zcr");
    addPair(names, "rmse");
    names.add("tempo");
    addPair(names, "spectral_centroid");
    for (int order = 2; order <= 4; order++) {
      addPair(names, "spectral_bandwidth_" + order);
    }
    addMeansThenDeviations(names, "spectral_contrast", 7);
    addPair(names, "spectral_rolloff");
    addMeansThenDeviations(names, "mfccs", 20);
    addMeansThenDeviations(names, "chroma_stft", 12);
    return List.copyOf(names);
  }

  private static void addPair(List<String> names, String feature) {
    names.add(feature + "_mean");
    names.add(feature + "_std");
  }

  private static void addMeansThenDeviations(List<String> names, String feature, int count) {
    for (String statistic : List.of("_mean", "_std")) {
      for (int i = 1; i <= count; i++) {
        names.add(feature + "_" + i + statistic);
      }
    }
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
    Spectrum spectrum = Spectrum.of(signal, frameLength, hopLength);
    FeatureMatrix levels = MelLevels.DEFAULT.of(spectrum);
    StatisticsRow row = new StatisticsRow(COLUMNS.size());
    addSignal(row, samples);
    row.addMeanAndDeviation(new ZeroCrossingRate(frameLength, hopLength).of(samples));
    row.addMeanAndDeviation(new Rms(frameLength, hopLength).of(samples));
    FeatureMatrix onsets = OnsetStrength.MEAN.ofLevels(levels, frameLength / (2 * hopLength));
    row.add(Tempo.DEFAULT.of(onsets, options.sampleRateHz(), hopLength));
    addShape(row, spectrum);
    row.addColumnMeansThenDeviations(SpectralContrast.DEFAULT.of(spectrum));
    row.addMeanAndDeviation(new SpectralRolloff(0.85).of(spectrum).values());
    row.addColumnMeansThenDeviations(Mfcc.of(20).ofLevels(levels));
    row.addColumnMeansThenDeviations(new Chroma().of(spectrum));
    return row.matrix();
  }

  /** Centroid and bandwidths with one look at each frame. */
  private static void addShape(StatisticsRow row, Spectrum spectrum) {
    int frames = spectrum.frameCount();
    double binHz = spectrum.binHz(1);
    float[] magnitudes = new float[spectrum.bins()];
    float[] centroids = new float[frames];
    SpectralBandwidth[] orders = {
      new SpectralBandwidth(2), new SpectralBandwidth(3), new SpectralBandwidth(4)
    };
    float[][] bandwidths = new float[orders.length][frames];
    for (int frame = 0; frame < frames; frame++) {
      spectrum.magnitudes(frame, magnitudes);
      double centre = SpectralCentroid.ofFrame(magnitudes, 1);
      centroids[frame] = (float) (centre * binHz);
      for (int i = 0; i < orders.length; i++) {
        bandwidths[i][frame] = (float) orders[i].ofFrame(magnitudes, centre, binHz);
      }
    }
    row.addMeanAndDeviation(centroids);
    for (float[] bandwidth : bandwidths) {
      row.addMeanAndDeviation(bandwidth);
    }
  }

  private static void addSignal(StatisticsRow row, float[] samples) {
    float[] absolute = new float[samples.length];
    for (int i = 0; i < samples.length; i++) {
      absolute[i] = Math.abs(samples[i]);
    }
    Moments ofSamples = Moments.of(samples);
    Moments ofAbsolute = Moments.of(absolute);
    row.add(ofAbsolute.mean());
    row.add(ofSamples.deviation());
    row.add(ofAbsolute.skewness());
    row.add(ofSamples.kurtosis());
  }
}
