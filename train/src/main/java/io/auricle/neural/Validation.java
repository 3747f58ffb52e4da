package io.auricle.neural;

import io.auricle.network.NetworkSpec;

/** Judges weights by whole clips: the mean of the outputs of their segments. */
final class Validation {
  private static final double SMALLEST_SHARE = 1e-7;

  private final NetworkPredictor predictor;
  private final ClipSource clips;

  /** The weights stay the caller's. */
  Validation(NetworkSpec network, LiveWeights weights, ClipSource clips) {
    this.predictor = new NetworkPredictor(network, weights);
    this.clips = clips;
  }

  record Result(double accuracy, double loss) {}

  Result run() {
    int right = 0;
    double loss = 0;
    for (int i = 0; i < clips.size(); i++) {
      float[] scores = predictor.predict(clips.clip(i), clips.frameStep());
      int label = clips.label(i);
      right += best(scores, 0, scores.length) == label ? 1 : 0;
      loss -= Math.log(Math.max(SMALLEST_SHARE, scores[label]));
    }
    return new Result(right / (double) clips.size(), loss / clips.size());
  }

  /** Index of the largest of some values. */
  static int best(float[] values, int from, int count) {
    int best = 0;
    for (int i = 1; i < count; i++) {
      if (values[from + i] > values[from + best]) {
        best = i;
      }
    }
    return best;
  }
}
