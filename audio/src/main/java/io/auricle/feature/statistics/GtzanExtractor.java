package io.auricle.feature.statistics;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
import io.auricle.audio.Signal;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameBlocks;
import io.auricle.feature.StreamedExtractor;
import io.auricle.feature.WorkSpace;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.Tempo;
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
 * <p>The sound is looked at twice, block by block, so that memory does not grow with its length but
 * for 4 bytes a frame. Silence gives finite values: 0 throughout but for the mean of the first
 * MFCC, of -100 dB in all bands, and a tempo per frame.
 */
final class GtzanExtractor extends CheckedExtractor<FeatureOptions> implements StreamedExtractor {
  private final StatisticsLayout layout;
  private final WorkSpace.Pool spaces = new WorkSpace.Pool();
  private final boolean tempoPerFrame;

  GtzanExtractor(FeatureOptions options, int frameLength, int hopLength, boolean tempoPerFrame) {
    super(options, names(tempoPerFrame));
    this.layout = new StatisticsLayout(options.sampleRateHz(), frameLength, hopLength);
    this.tempoPerFrame = tempoPerFrame;
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
    for (int i = 1; i <= GtzanStatistics.COEFFICIENTS; i++) {
      addPair(names, "mfcc" + i);
    }
    return List.copyOf(names);
  }

  private static void addPair(List<String> names, String feature) {
    names.add(feature + "_mean");
    names.add(feature + "_var");
  }

  @Override
  protected FeatureMatrix analyse(Signal signal) {
    try (WorkSpace space = spaces.take()) {
      StatisticsSurvey survey = new StatisticsSurvey(layout, space);
      cut(signal, space, survey);
      GtzanStatistics statistics = statistics(space, survey, signal.length());
      cut(signal, space, statistics);
      return row(statistics);
    }
  }

  @Override
  public void extract(SampleSource source, Rows rows) throws DecodeException {
    try (WorkSpace space = spaces.take()) {
      StatisticsSurvey survey = new StatisticsSurvey(layout, space);
      long length = cut(source, space, survey);
      GtzanStatistics statistics = statistics(space, survey, length);
      cut(source, space, statistics);
      rows.add(row(statistics));
    }
  }

  private void cut(Signal signal, WorkSpace space, FrameBlocks.Target target) {
    FrameBlocks blocks = new FrameBlocks(layout.frameLength(), layout.hopLength(), space, target);
    blocks.write(signal);
    blocks.finish();
  }

  private long cut(SampleSource source, WorkSpace space, FrameBlocks.Target target)
      throws DecodeException {
    return new FrameBlocks(layout.frameLength(), layout.hopLength(), space, target)
        .writeAll(source, options.sampleRateHz());
  }

  private GtzanStatistics statistics(WorkSpace space, StatisticsSurvey survey, long length) {
    return new GtzanStatistics(
        layout,
        space,
        survey,
        length,
        tempoPerFrame ? OnsetStrength.Aggregate.MEAN : OnsetStrength.Aggregate.MEDIAN);
  }

  private FeatureMatrix row(GtzanStatistics statistics) {
    StatisticsRow row = new StatisticsRow(columns().size());
    statistics.addSeries(row);
    FeatureMatrix onsets = statistics.onsets();
    int rate = options.sampleRateHz();
    if (tempoPerFrame) {
      row.addMeanAndVariance(Tempo.DEFAULT.perFrame(onsets, rate, layout.hopLength()).values());
    } else {
      row.add(Tempo.DEFAULT.of(onsets, rate, layout.hopLength()));
    }
    statistics.addCoefficients(row);
    return row.matrix();
  }
}
