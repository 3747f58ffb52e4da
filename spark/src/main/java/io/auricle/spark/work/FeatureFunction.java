package io.auricle.spark.work;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.decode.KeptSound;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.set.FeatureSets;
import io.auricle.spark.input.CatalogueSound;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkEnv;

/** The features of files: a row a file, with an array or with a column for each feature. */
public final class FeatureFunction extends FileFunction {
  private static final long serialVersionUID = 1L;

  /** Of a row with more, Spark would need several times that at once. */
  private static final int MOST_VALUES = 1 << 24;

  private static final int SHARE_OF_HEAP = 8;
  private static final Map<String, FeatureExtractor> EXTRACTORS = new ConcurrentHashMap<>();

  private final String set;
  private final boolean arrays;

  /**
   * @param set name of a set of the catalogue
   * @param arrays whether values stand in an array, else in columns of their own
   */
  public FeatureFunction(FileTask task, String set, boolean arrays) {
    super(task);
    this.set = set;
    this.arrays = arrays;
  }

  @Override
  void start(Meters meters) throws IOException {
    ExecutorModels.requireDecoder();
  }

  @Override
  List<Result> analyse(CatalogueSound sound, SoundOpener opener) throws DecodeException {
    FeatureExtractor extractor =
        EXTRACTORS.computeIfAbsent(set, name -> FeatureSets.named(name).extractor());
    FeatureOptions options = extractor.options();
    int rateHz = options.sampleRateHz();
    KeptSound kept =
        new KeptSound(() -> opener.open(rateHz), sound.name(), rateHz, mostKeptSamples());
    int columns = extractor.columns().size();
    GatheredRows rows = new GatheredRows(MOST_VALUES);
    try {
      extractor.extract(kept, block -> rows.add(block.toArray()));
    } catch (GatheredRows.TooMany e) {
      throw new DecodeException(
          ErrorCode.TOO_LONG,
          sound.name(),
          "its features have over %d values; take a set of statistics, or lower the limit on seconds"
              .formatted(MOST_VALUES));
    }
    float[] values = rows.values();
    Result result =
        of(rateHz)
            .with("duration_seconds", (double) kept.length() / rateHz)
            .with("length", kept.length())
            .withWarnings(kept.warnings());
    if (arrays) {
      result
          .with("frames", values.length / columns)
          .with("columns", columns)
          .with("values", values);
    } else {
      for (int i = 0; i < columns; i++) {
        result.with(extractor.columns().get(i), values[i]);
      }
    }
    return List.of(result);
  }

  @Override
  List<Result> failed(DecodeException error) {
    return List.of(of(FeatureSets.named(set).sampleRateHz()).withError(error));
  }

  private Result of(int rateHz) {
    return new Result().with("set", set).with("sample_rate_hz", rateHz);
  }

  /** What the tasks of this process may keep of their sounds between two looks, each its share. */
  private static int mostKeptSamples() {
    int tasks =
        SparkEnv.get()
            .conf()
            .getInt("spark.executor.cores", Runtime.getRuntime().availableProcessors());
    long bytes = Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP / Math.max(1, tasks);
    return (int) Math.min(Integer.MAX_VALUE / 2, bytes / Float.BYTES);
  }
}
