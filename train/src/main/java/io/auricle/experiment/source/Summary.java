package io.auricle.experiment.source;

import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.melstats.MelStatistics;
import io.auricle.feature.set.MelStatisticsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * From what is loaded and cached to what a model hears. Statistics of a spectrogram are computed
 * from the cached spectrogram, so that parts of it can be learned from too; all other features are
 * cached as they are.
 */
public record Summary(FeatureOptions set) {
  /** Shortest crop, as a share of the clip. */
  private static final double SHORTEST = 0.4;

  /** The input with the features that are loaded. */
  public InputOptions loaded(InputOptions input) {
    return set instanceof MelStatisticsOptions statistics
        ? input.with(statistics.mel(), 1, 1)
        : input;
  }

  /** What the model hears of a clip. */
  public FeatureMatrix of(FeatureMatrix clip) {
    return set instanceof MelStatisticsOptions statistics
        ? MelStatistics.of(clip, statistics.mel().floorDb())
        : clip;
  }

  /** What the model hears of each of some clips. */
  public List<FeatureMatrix> of(List<FeatureMatrix> clips) {
    return clips.stream().map(this::of).toList();
  }

  /**
   * The same of random pieces of a clip, 40 to 100 % of its length and at least as long as the
   * statistics need.
   */
  public List<FeatureMatrix> crops(FeatureMatrix clip, int count, Random random) {
    if (count > 0 && !(set instanceof MelStatisticsOptions)) {
      throw new IllegalArgumentException(
          "crops=%d must be 0 for features=%s, which are no statistics of a spectrogram"
              .formatted(count, set));
    }
    List<FeatureMatrix> crops = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double share = SHORTEST + (1 - SHORTEST) * random.nextDouble();
      int most = clip.frameCount();
      int frames = Math.min(most, Math.max(MelStatistics.MINIMUM_FRAMES, (int) (most * share)));
      int start = random.nextInt(most - frames + 1);
      float[] values = new float[frames * clip.columnCount()];
      clip.copyTo(start, frames, values, 0);
      crops.add(of(FeatureMatrix.of(frames, clip.columnCount(), values)));
    }
    return crops;
  }
}
