package io.auricle.neural;

import io.auricle.feature.FeatureMatrix;
import io.auricle.network.layer.TensorShape;
import java.util.ArrayList;
import java.util.List;

/**
 * How clips become a network's input: the frame-major matrix is turned into {@code
 * [bands][frames]}.
 *
 * @param bands columns that a clip must have
 * @param frames length of a segment; 1 for feature vectors
 */
record SegmentLayout(int bands, int frames) {
  static SegmentLayout of(TensorShape input) {
    if (input.rank() == 1) {
      return new SegmentLayout(input.channels(), 1);
    }
    if (input.rank() > 3 || (input.rank() == 3 && input.channels() != 1)) {
      throw new IllegalArgumentException(
          "input=%s must be [features], [bands, frames] or [1, bands, frames] to be cut from clips"
              .formatted(input));
    }
    return new SegmentLayout(input.size(input.rank() - 2), input.last());
  }

  int count() {
    return bands * frames;
  }

  /** First frames of segments that overlap by half, the last ending with the clip. */
  List<Integer> starts(FeatureMatrix clip) {
    int last = Math.max(0, clip.frameCount() - frames);
    List<Integer> starts = new ArrayList<>();
    for (int start = 0; start < last; start += Math.max(1, frames / 2)) {
      starts.add(start);
    }
    starts.add(last);
    return starts;
  }

  /** Copies a segment to the target; a clip that ends before it begins anew. */
  void cut(FeatureMatrix clip, int start, float[] target, int offset) {
    if (clip.columnCount() != bands || clip.frameCount() == 0) {
      throw new IllegalArgumentException(
          "clip of %d frames and %d bands must have frames, and the %d bands of the network's input"
              .formatted(clip.frameCount(), clip.columnCount(), bands));
    }
    for (int frame = 0; frame < frames; frame++) {
      int from = (start + frame) % clip.frameCount();
      for (int band = 0; band < bands; band++) {
        target[offset + band * frames + frame] = clip.at(from, band);
      }
    }
  }
}
