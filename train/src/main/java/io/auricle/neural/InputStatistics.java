package io.auricle.neural;

import io.auricle.feature.FeatureMatrix;
import io.auricle.network.NetworkSpec;
import io.auricle.network.layer.Normalise;
import io.auricle.neural.batch.ClipSource;
import io.auricle.neural.batch.Lesson;
import io.auricle.neural.batch.SegmentLayout;
import io.auricle.neural.torch.LiveWeights;
import java.util.List;

/**
 * Sets the weights of a {@link Normalise} layer from the training clips: from all their frames, or
 * for a mean of each value from their half-overlapping segments.
 */
final class InputStatistics {
  private static final double SMALLEST_DEVIATION = 1e-6;

  private final double[] sums;
  private final double[] squares;
  private long count;

  private InputStatistics(int size) {
    this.sums = new double[size];
    this.squares = new double[size];
  }

  /**
   * @throws IllegalArgumentException if bands shall have a mean each, but come behind the frames
   */
  static void fit(NetworkSpec network, ClipSource clips, LiveWeights weights) {
    if (!(network.first() instanceof Normalise normalise)) {
      return;
    }
    SegmentLayout layout = SegmentLayout.of(network.input(), clips.framesFirst());
    if (layout.framesFirst() && normalise.per() == Normalise.Per.BAND) {
      throw new IllegalArgumentException(
          "network %s: normalise: band must be value or all where frames come before bands"
              .formatted(network.name()));
    }
    InputStatistics statistics = new InputStatistics(normalise.statistics(network.input()).count());
    for (int i = 0; i < clips.size(); i++) {
      if (normalise.per() == Normalise.Per.VALUE) {
        statistics.addSegments(clips.clip(i), clips.frameStep(), layout);
      } else {
        statistics.addFrames(clips.clip(i));
      }
    }
    statistics.set(network.layers().steps().get(0).name(), weights);
  }

  /** Sets them from lessons: {@code [bands][frames]} each. */
  static void fit(NetworkSpec network, List<Lesson> lessons, LiveWeights weights) {
    if (!(network.first() instanceof Normalise normalise)) {
      return;
    }
    InputStatistics statistics = new InputStatistics(normalise.statistics(network.input()).count());
    int frames = normalise.per() == Normalise.Per.BAND ? network.input().last() : 1;
    int places = statistics.sums.length;
    for (Lesson lesson : lessons) {
      float[] input = lesson.input();
      for (int i = 0; i < input.length; i++) {
        statistics.add(i / frames % places, input[i]);
      }
      statistics.count += input.length / places;
    }
    statistics.set(network.layers().steps().get(0).name(), weights);
  }

  private void addSegments(FeatureMatrix clip, double step, SegmentLayout layout) {
    float[] segment = new float[layout.count()];
    for (double start : layout.starts(clip, step)) {
      layout.cut(clip, start, step, segment, 0);
      layout.order(segment, 0);
      for (int i = 0; i < segment.length; i++) {
        add(i, segment[i]);
      }
      count++;
    }
  }

  private void addFrames(FeatureMatrix clip) {
    int columns = clip.columnCount();
    for (int frame = 0; frame < clip.frameCount(); frame++) {
      for (int band = 0; band < columns; band++) {
        add(sums.length == 1 ? 0 : band, clip.at(frame, band));
      }
      count += sums.length == 1 ? columns : 1;
    }
  }

  private void add(int index, double value) {
    sums[index] += value;
    squares[index] += value * value;
  }

  private void set(String layer, LiveWeights weights) {
    float[] means = new float[sums.length];
    float[] factors = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      double mean = sums[i] / count;
      double deviation = Math.sqrt(Math.max(0, squares[i] / count - mean * mean));
      means[i] = (float) mean;
      // What is constant says nothing: it becomes 0 instead of amplified rounding errors.
      factors[i] = deviation < SMALLEST_DEVIATION ? 0 : (float) (1 / deviation);
    }
    weights.set(layer + ".mean", means);
    weights.set(layer + ".factor", factors);
  }
}
