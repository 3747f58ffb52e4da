package io.auricle.feature.frontend;

import io.auricle.feature.Analysis;
import io.auricle.feature.Fact;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.MelSums;

/**
 * The mean of the sums of all bands in all frames of a sound.
 *
 * @param key the bands
 */
record MeanBandSum(MelSums.Key key) implements Fact {
  @Override
  public Finder finder(Analysis sound) {
    MelSums sums = sound.layer(key);
    return new Finder() {
      private double total;
      private long count;

      @Override
      public void accept(FrameBlock block) {
        sums.load(block);
        int end = sums.from() + block.frames() * sums.columns();
        for (int i = sums.from(); i < end; i++) {
          total += sums.values()[i];
        }
        count += end - sums.from();
      }

      @Override
      public double value() {
        return count == 0 ? 0 : total / count;
      }
    };
  }
}
