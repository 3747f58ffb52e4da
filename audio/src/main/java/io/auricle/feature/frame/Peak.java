package io.auricle.feature.frame;

import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.SharedLayer;
import io.auricle.feature.Values;

/**
 * The highest of the values of a layer in some of its columns, at least 0.
 *
 * @param key of the layer
 * @param first column looked at
 * @param columns how many; those behind the layer's last do not count
 */
record Peak(SharedLayer.Key<? extends Values> key, int first, int columns) implements Fact {
  /** The highest of all values of a layer. */
  static Peak of(SharedLayer.Key<? extends Values> key) {
    return new Peak(key, 0, Integer.MAX_VALUE);
  }

  @Override
  public Finder finder(Analysis sound) {
    return new Highest(sound.layer(key));
  }

  private final class Highest implements Finder {
    private final Values values;
    private float highest;

    Highest(Values values) {
      this.values = values;
    }

    @Override
    public void accept(FrameBlock block) {
      values.load(block);
      int width = values.columns();
      int count = Math.min(columns, width - first);
      int from = values.from() + first;
      if (count == width) {
        raise(from, from + block.frames() * width);
        return;
      }
      for (int frame = 0; frame < block.frames(); frame++) {
        raise(from + frame * width, from + frame * width + count);
      }
    }

    private void raise(int from, int to) {
      float[] all = values.values();
      float most = highest;
      for (int i = from; i < to; i++) {
        if (all[i] > most) {
          most = all[i];
        }
      }
      highest = most;
    }

    @Override
    public double value() {
      return highest;
    }
  }
}
