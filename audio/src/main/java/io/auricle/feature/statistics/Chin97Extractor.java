package io.auricle.feature.statistics;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
import io.auricle.audio.Signal;
import io.auricle.feature.CheckedExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlocks;
import io.auricle.feature.Spectrum;
import io.auricle.feature.StreamedExtractor;
import io.auricle.feature.WorkSpace;
import java.util.ArrayList;
import java.util.List;

/**
 * The 97 statistics of {@link Chin97Options}, one row a signal, in the published order. As in the
 * table, mean and skewness of the signal are of its absolute values, deviation and kurtosis of the
 * values themselves. The tempo is that of {@code librosa.feature.tempo}. Unlike the table, whose
 * bandwidth of order 4 repeats order 3, each bandwidth is of its own order. Silence gives finite
 * values.
 *
 * <p>A stream is looked at twice, block by block; of each frame 60 bytes are kept to the end.
 */
final class Chin97Extractor extends CheckedExtractor<Chin97Options> implements StreamedExtractor {
  private static final List<String> COLUMNS = names();

  private final StatisticsLayout layout;
  private final WorkSpace.Pool spaces = new WorkSpace.Pool();

  Chin97Extractor(Chin97Options options) {
    super(options, COLUMNS);
    this.layout =
        new StatisticsLayout(options.sampleRateHz(), options.frameLength(), options.hopLength());
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
  protected FeatureMatrix analyse(Signal signal) {
    // What is held in memory anyway is worth its spectra being held as well.
    Spectrum spectrum = Spectrum.of(signal, options.frameLength(), options.hopLength());
    try (WorkSpace space = spaces.take()) {
      return extract(signal, spectrum, space);
    }
  }

  private FeatureMatrix extract(Signal signal, Spectrum spectrum, WorkSpace space) {
    int bins = spectrum.bins();
    int bands = layout.melBank().bands();
    float[] mel = new float[spectrum.frameCount() * bands];
    StatisticsSurvey survey = new StatisticsSurvey(layout, space);
    SampleMoments moments = new SampleMoments();
    int[] surveyed = new int[1];
    cut(
        signal,
        space,
        block -> {
          int first = surveyed[0];
          survey.measure(spectrum.powers(), first * bins, block.frames(), mel, first * bands);
          moments.survey(block);
          surveyed[0] += block.frames();
        });
    Chin97Statistics statistics = new Chin97Statistics(layout, space, survey);
    int[] measured = new int[1];
    cut(
        signal,
        space,
        block -> {
          statistics.accept(block, spectrum.powers(), mel, measured[0]);
          moments.measure(block);
          measured[0] += block.frames();
        });
    return row(statistics, moments);
  }

  @Override
  public void extract(SampleSource source, Rows rows) throws DecodeException {
    try (WorkSpace space = spaces.take()) {
      StatisticsSurvey survey = new StatisticsSurvey(layout, space);
      SampleMoments moments = new SampleMoments();
      cut(source, space, surveying(survey, moments));
      Chin97Statistics statistics = new Chin97Statistics(layout, space, survey);
      cut(source, space, measuring(statistics, moments));
      rows.add(row(statistics, moments));
    }
  }

  private static FrameBlocks.Target surveying(StatisticsSurvey survey, SampleMoments moments) {
    return block -> {
      survey.accept(block);
      moments.survey(block);
    };
  }

  private static FrameBlocks.Target measuring(Chin97Statistics statistics, SampleMoments moments) {
    return block -> {
      statistics.accept(block);
      moments.measure(block);
    };
  }

  private void cut(Signal signal, WorkSpace space, FrameBlocks.Target target) {
    FrameBlocks blocks = new FrameBlocks(options.frameLength(), options.hopLength(), space, target);
    blocks.write(signal);
    blocks.finish();
  }

  private void cut(SampleSource source, WorkSpace space, FrameBlocks.Target target)
      throws DecodeException {
    new FrameBlocks(options.frameLength(), options.hopLength(), space, target)
        .writeAll(source, options.sampleRateHz());
  }

  private static FeatureMatrix row(Chin97Statistics statistics, SampleMoments moments) {
    StatisticsRow row = new StatisticsRow(COLUMNS.size());
    moments.addTo(row);
    statistics.addTo(row);
    return row.matrix();
  }
}
