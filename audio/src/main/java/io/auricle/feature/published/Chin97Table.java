package io.auricle.feature.published;

import static io.auricle.feature.statistics.Statistic.KURTOSIS;
import static io.auricle.feature.statistics.Statistic.MEAN;
import static io.auricle.feature.statistics.Statistic.SKEWNESS;
import static io.auricle.feature.statistics.Statistic.STD;

import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.KernelExtractor;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.SideBySide;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.frame.Rms;
import io.auricle.feature.frame.SpectralBandwidth;
import io.auricle.feature.frame.SpectralCentroid;
import io.auricle.feature.frame.SpectralContrast;
import io.auricle.feature.frame.SpectralRolloff;
import io.auricle.feature.frame.ZeroCrossingRate;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.rhythm.GlobalTempo;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.Tempo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The 97 statistics of {@link Chin97Options}, one row a signal, in the published order. As in the
 * table, mean and skewness of the signal are of its absolute values, deviation and kurtosis of the
 * values themselves. The tempo is that of {@code librosa.feature.tempo}. Unlike the table, whose
 * bandwidth of order 4 repeats order 3, each bandwidth is of its own order. Silence gives finite
 * values.
 */
final class Chin97Table {
  private static final int BANDWIDTHS = 3;

  private Chin97Table() {}

  /** The extractor of the table. */
  static <O extends FeatureOptions> KernelExtractor<O> extractor(O options, FrameGrid grid) {
    List<FeaturePart> parts = new ArrayList<>();
    parts.add(FeaturePart.of(new Samples(true), MEAN, SKEWNESS));
    parts.add(FeaturePart.of(new Samples(false), STD, KURTOSIS));
    for (FrameFeature feature : features()) {
      parts.add(FeaturePart.of(feature, MEAN, STD));
    }
    List<String> sources = sources();
    List<String> columns =
        sources.stream().map(name -> name.replace("_skewness", "_skew")).toList();
    return SideBySide.extractor(options, grid, parts, sources, columns);
  }

  private static List<FrameFeature> features() {
    List<FrameFeature> features = new ArrayList<>();
    features.add(Named.of("zcr", new ZeroCrossingRate()));
    features.add(Named.of("rmse", new Rms()));
    features.add(new GlobalTempo(Tempo.DEFAULT, OnsetStrength.Aggregate.MEAN));
    features.add(new SpectralCentroid());
    for (int order = 2; order < 2 + BANDWIDTHS; order++) {
      features.add(Named.of("spectral_bandwidth_" + order, new SpectralBandwidth(order)));
    }
    features.add(SpectralContrast.DEFAULT);
    features.add(Named.of("spectral_rolloff", new SpectralRolloff(0.85)));
    features.add(new Named(numbered("mfccs", 20), Mfcc.of(20)));
    features.add(new Named(numbered("chroma_stft", 12), new Chroma()));
    return features;
  }

  private static List<String> numbered(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> name + "_" + i).toList();
  }

  /** The columns of the parts in the order of the table. */
  private static List<String> sources() {
    List<String> names =
        new ArrayList<>(List.of("signal_mean", "signal_std", "signal_skewness", "signal_kurtosis"));
    addStatistics(names, List.of("zcr"));
    addStatistics(names, List.of("rmse"));
    names.add("tempo");
    addStatistics(names, List.of("spectral_centroid"));
    for (int order = 2; order < 2 + BANDWIDTHS; order++) {
      addStatistics(names, List.of("spectral_bandwidth_" + order));
    }
    addStatistics(names, numbered("spectral_contrast", 7));
    addStatistics(names, List.of("spectral_rolloff"));
    addStatistics(names, numbered("mfccs", 20));
    addStatistics(names, numbered("chroma_stft", 12));
    return List.copyOf(names);
  }

  /** All means, then all deviations. */
  private static void addStatistics(List<String> names, List<String> columns) {
    for (String statistic : List.of("_mean", "_std")) {
      columns.forEach(column -> names.add(column + statistic));
    }
  }
}
