package io.auricle.feature.frame;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.SharedLayer;
import java.util.Arrays;

/**
 * Root mean square and zero-crossing rate of frames of a block: the values of {@link Rms} and
 * {@link ZeroCrossingRate}. What frames share is summed once.
 */
final class SampleShape extends SharedLayer {
  static final Key<SampleShape> KEY = new OfSamples();

  /** Samples below this amplitude count as negative. */
  private static final float NEGATIVE = -1e-10f;

  private final int frameLength;
  private final int hopLength;

  /** Samples of a part: frames and hops are whole numbers of parts. */
  private final int part;

  private final double[] squares;
  private final int[] crossings;

  private final float[] rms = new float[FrameBlock.FRAMES];
  private final float[] zeroCrossingRates = new float[FrameBlock.FRAMES];

  private record OfSamples() implements Key<SampleShape> {
    @Override
    public SampleShape layer(Analysis sound) {
      sound.needSamples();
      return new SampleShape(sound.grid().frameLength(), sound.grid().hopLength());
    }
  }

  private SampleShape(int frameLength, int hopLength) {
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    int a = frameLength;
    int b = hopLength;
    while (b > 0) {
      int rest = a % b;
      a = b;
      b = rest;
    }
    this.part = a;
    int longest = FrameBlock.FRAMES * hopLength + frameLength;
    this.squares = new double[longest / part];
    this.crossings = new int[longest / part];
  }

  /** Values, one a frame. */
  float[] rms() {
    return rms;
  }

  float[] zeroCrossingRates() {
    return zeroCrossingRates;
  }

  @Override
  protected void compute(FrameBlock block) {
    int parts = ((block.frames() - 1) * hopLength + frameLength) / part;
    Arrays.fill(squares, 0, parts, 0);
    for (int p = 0; p < parts; p++) {
      measurePart(block, p);
    }
    int inFrame = frameLength / part;
    for (int frame = 0; frame < block.frames(); frame++) {
      int first = frame * (hopLength / part);
      double sum = 0;
      int crossed = 0;
      for (int p = first; p < first + inFrame; p++) {
        sum += squares[p];
        crossed += crossings[p];
      }
      // A frame's first sample has none before it.
      crossed -= crosses(block, frame * hopLength);
      rms[frame] = (float) Math.sqrt(sum / frameLength);
      zeroCrossingRates[frame] = (float) crossed / frameLength;
    }
  }

  private void measurePart(FrameBlock block, int p) {
    float[] samples = block.samples();
    int from = p * part;
    int to = from + part;
    squares[p] = sumSquares(samples, from, to);
    int crossed = 0;
    int first = Math.max(from, block.from() + 1);
    int end = Math.min(to, block.to());
    int start = Math.max(1, first);
    int before = start < end ? sign(samples[start - 1]) : 0;
    for (int i = start; i < end; i++) {
      int sign = sign(samples[i]);
      crossed += sign ^ before;
      before = sign;
    }
    crossings[p] = crossed;
  }

  /** Four sums side by side: one alone waits for each addition to end. */
  private static double sumSquares(float[] samples, int from, int to) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += (double) samples[i] * samples[i];
      b += (double) samples[i + 1] * samples[i + 1];
      c += (double) samples[i + 2] * samples[i + 2];
      d += (double) samples[i + 3] * samples[i + 3];
    }
    for (; i < to; i++) {
      a += (double) samples[i] * samples[i];
    }
    return a + b + (c + d);
  }

  /** 1 for a negative sample, else 0, without a branch, which noise would make slow. */
  private static int sign(float sample) {
    return Float.floatToRawIntBits(sample - NEGATIVE) >>> 31;
  }

  /** 1 if a sample's sign differs from that before it, where both are known. */
  private static int crosses(FrameBlock block, int at) {
    if (at < Math.max(1, block.from() + 1) || at >= block.to()) {
      return 0;
    }
    float[] samples = block.samples();
    return sign(samples[at]) ^ sign(samples[at - 1]);
  }
}
