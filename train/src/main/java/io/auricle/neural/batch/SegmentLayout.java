package io.auricle.neural.batch;

import io.auricle.feature.FeatureMatrix;
import io.auricle.network.shape.TensorShape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How clips become a network's input: the frame-major matrix is turned into {@code
 * [bands][frames]}.
 *
 * @param bands columns that a clip must have
 * @param frames length of a segment; 1 for feature vectors
 * @param framesFirst whether the network takes {@code [frames][bands]} after all
 */
public record SegmentLayout(int bands, int frames, boolean framesFirst) {
  public static SegmentLayout of(TensorShape input, boolean framesFirst) {
    if (input.rank() == 1) {
      return new SegmentLayout(input.channels(), 1, false);
    }
    if (framesFirst && input.rank() == 2) {
      return new SegmentLayout(input.last(), input.channels(), true);
    }
    if (input.rank() > 3 || (input.rank() == 3 && input.channels() != 1)) {
      throw new IllegalArgumentException(
          "input=%s must be [features], [bands, frames] or [1, bands, frames] to be cut from clips"
              .formatted(input));
    }
    return new SegmentLayout(input.size(input.rank() - 2), input.last(), false);
  }

  public int count() {
    return bands * frames;
  }

  /**
   * Where segments of a clip begin that overlap by half, the last ending with the clip.
   *
   * @param step frames of the clip for one of the network
   */
  public List<Double> starts(FeatureMatrix clip, double step) {
    double phase = Math.floor(step / 2);
    int reached = (int) Math.floor((clip.frameCount() - 1 - phase) / step) + 1;
    int last = Math.max(0, reached - frames);
    List<Double> starts = new ArrayList<>();
    for (int start = 0; start < last; start += Math.max(1, frames / 2)) {
      starts.add(phase + start * step);
    }
    starts.add(phase + last * step);
    return starts;
  }

  /** A start in a clip with every place equally likely. */
  double randomStart(FeatureMatrix clip, double step, RandomGenerator random) {
    double room = clip.frameCount() - frames * step;
    return step == 1
        ? random.nextInt(Math.max(1, (int) room + 1))
        : random.nextDouble() * Math.max(1, room);
  }

  /** Copies a segment to the target; a clip that ends before it begins anew. */
  public void cut(FeatureMatrix clip, double start, double step, float[] target, int offset) {
    if (clip.columnCount() != bands || clip.frameCount() == 0) {
      throw new IllegalArgumentException(
          "clip of %d frames and %d bands must have frames, and the %d bands of the network's input"
              .formatted(clip.frameCount(), clip.columnCount(), bands));
    }
    for (int frame = 0; frame < frames; frame++) {
      int from = (int) Math.floor(start + frame * step) % clip.frameCount();
      for (int band = 0; band < bands; band++) {
        target[offset + band * frames + frame] = clip.at(from, band);
      }
    }
  }

  /** Brings a segment that was cut, and maybe changed, into the network's order. */
  public void order(float[] values, int offset) {
    if (framesFirst) {
      float[] bandsFirst = Arrays.copyOfRange(values, offset, offset + count());
      for (int frame = 0; frame < frames; frame++) {
        for (int band = 0; band < bands; band++) {
          values[offset + frame * bands + band] = bandsFirst[band * frames + frame];
        }
      }
    }
  }
}
