package io.auricle.neural.batch;

import io.auricle.neural.option.AugmentationOptions;
import io.auricle.neural.option.LevelChanges;
import io.auricle.neural.option.Masks;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Applies {@link AugmentationOptions} to segments of {@code [bands][frames]} in place. */
final class Augmentation {
  private static final int KNOTS = 6;

  private final LevelChanges levels;
  private final Masks masks;
  private final int bands;
  private final int frames;

  Augmentation(AugmentationOptions options, SegmentLayout layout) {
    this.levels = options.levels();
    this.masks = options.masks();
    this.bands = layout.bands();
    this.frames = layout.frames();
  }

  public void apply(float[] values, int offset, RandomGenerator random) {
    changeLevels(values, offset, random);
    shift(values, offset, random);
    mask(values, offset, random);
  }

  private void changeLevels(float[] values, int offset, RandomGenerator random) {
    float[] curve = curve(random);
    double gain = levels.gain() * (2 * random.nextDouble() - 1);
    double stretch = Math.exp(levels.dynamics() * (2 * random.nextDouble() - 1));
    // Drawn all the same: the order of the clips after a seed does not hang on what is changed.
    if (!levels.changeAnything()) {
      return;
    }
    for (int i = 0; i < bands * frames; i++) {
      double value = values[offset + i];
      if (value <= levels.floor()) {
        continue;
      }
      value += curve[i / frames] + gain;
      if (levels.noise() > 0) {
        value += levels.noise() * random.nextGaussian();
      }
      value = levels.ceiling() - (levels.ceiling() - value) * stretch;
      values[offset + i] = (float) Math.max(levels.floor(), Math.min(levels.ceiling(), value));
    }
  }

  /** A curve through random knots, smooth between them. */
  private float[] curve(RandomGenerator random) {
    double[] knots = new double[KNOTS];
    for (int i = 0; i < KNOTS; i++) {
      knots[i] = levels.equaliser() * random.nextGaussian();
    }
    float[] curve = new float[bands];
    for (int band = 0; band < bands; band++) {
      double x = (KNOTS - 1) * band / (double) Math.max(1, bands - 1);
      int left = Math.min(KNOTS - 2, (int) x);
      double share = x - left;
      double smooth = share * share * (3 - 2 * share);
      curve[band] = (float) (knots[left] * (1 - smooth) + knots[left + 1] * smooth);
    }
    return curve;
  }

  private void shift(float[] values, int offset, RandomGenerator random) {
    int most = Math.min(masks.maxBandShift(), bands - 1);
    int shift = most == 0 ? 0 : random.nextInt(-most, most + 1);
    int moved = (bands - Math.abs(shift)) * frames;
    int up = Math.max(0, shift) * frames;
    int down = Math.max(0, -shift) * frames;
    System.arraycopy(values, offset + down, values, offset + up, moved);
    fillBands(values, offset, shift >= 0 ? 0 : bands + shift, Math.abs(shift));
  }

  private void mask(float[] values, int offset, RandomGenerator random) {
    if (random.nextDouble() < masks.lowPassShare() && masks.lowPassFirst() < bands) {
      int first = random.nextInt(masks.lowPassFirst(), bands);
      fillBands(values, offset, first, bands - first);
    }
    for (int i = 0; i < masks.count(); i++) {
      int width = random.nextInt(Math.min(masks.maxBands(), bands) + 1);
      fillBands(values, offset, random.nextInt(bands - width + 1), width);
      int length = random.nextInt(Math.min(masks.maxFrames(), frames) + 1);
      int start = random.nextInt(frames - length + 1);
      for (int band = 0; band < bands; band++) {
        int from = offset + band * frames + start;
        Arrays.fill(values, from, from + length, (float) levels.floor());
      }
    }
  }

  private void fillBands(float[] values, int offset, int first, int count) {
    int from = offset + first * frames;
    Arrays.fill(values, from, from + count * frames, (float) levels.floor());
  }
}
