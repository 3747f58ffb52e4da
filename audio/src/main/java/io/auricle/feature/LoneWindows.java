package io.auricle.feature;

/**
 * Windows that are taken each for itself, as Kaldi's {@code compute-fbank-feats} and {@code
 * torchaudio.compliance.kaldi} do: {@code y[i] = (x[i] - mean) - a (x[i - 1] - mean)}, where before
 * the first sample stands that sample again. Used by one call.
 */
final class LoneWindows {
  private final FrameGrid grid;
  private final float[] frames;

  LoneWindows(FrameGrid grid, WorkSpace space) {
    this.grid = grid;
    this.frames = space.floats(FrameBlock.FRAMES * grid.frameLength());
  }

  /** The frames of a block, {@code [frames][frameLength]}, valid until the next call. */
  float[] frames(FrameBlock block) {
    float[] samples = block.samples();
    int first = grid.firstPoint();
    int length = grid.windowLength();
    double factor = grid.preEmphasis();
    for (int frame = 0; frame < block.frames(); frame++) {
      int from = frame * grid.hopLength() + first;
      int to = frame * grid.frameLength() + first;
      double mean = mean(samples, from, length);
      double before = samples[from] - mean;
      for (int i = 0; i < length; i++) {
        double sample = samples[from + i] - mean;
        frames[to + i] = (float) (sample - factor * before);
        before = sample;
      }
    }
    return frames;
  }

  private static double mean(float[] samples, int from, int length) {
    double sum = 0;
    for (int i = from; i < from + length; i++) {
      sum += samples[i];
    }
    return sum / length;
  }
}
