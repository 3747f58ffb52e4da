package io.auricle.neural;

import io.auricle.feature.FeatureMatrix;
import io.auricle.network.NetworkSpec;
import io.auricle.network.layer.Normalise;
import java.util.Arrays;

/** Sets the weights of a {@link Normalise} layer from all frames of the training clips. */
final class InputStatistics {
  private static final double SMALLEST_DEVIATION = 1e-6;

  private InputStatistics() {}

  static void fit(NetworkSpec network, ClipSource clips, LiveWeights weights) {
    if (!(network.first() instanceof Normalise normalise)) {
      return;
    }
    int bands = SegmentLayout.of(network.input(), clips.framesFirst()).bands();
    double[] sums = new double[bands];
    double[] squares = new double[bands];
    long frames = 0;
    for (int i = 0; i < clips.size(); i++) {
      FeatureMatrix clip = clips.clip(i);
      frames += clip.frameCount();
      for (int frame = 0; frame < clip.frameCount(); frame++) {
        for (int band = 0; band < bands; band++) {
          double value = clip.at(frame, band);
          sums[band] += value;
          squares[band] += value * value;
        }
      }
    }
    double count = (double) frames;
    if (normalise.per() == Normalise.Per.ALL) {
      sums = new double[] {Arrays.stream(sums).sum()};
      squares = new double[] {Arrays.stream(squares).sum()};
      count *= bands;
    }
    float[] means = new float[sums.length];
    float[] factors = new float[sums.length];
    for (int i = 0; i < sums.length; i++) {
      double mean = sums[i] / count;
      double deviation = Math.sqrt(Math.max(0, squares[i] / count - mean * mean));
      means[i] = (float) mean;
      // A constant band says nothing: it becomes 0 instead of amplified rounding errors.
      factors[i] = deviation < SMALLEST_DEVIATION ? 0 : (float) (1 / deviation);
    }
    String name = network.layers().steps().get(0).name();
    weights.set(name + ".mean", means);
    weights.set(name + ".factor", factors);
  }
}
