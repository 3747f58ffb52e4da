package io.auricle.feature.published;

import io.auricle.feature.Analysis;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameGrid;
import io.auricle.feature.Kernel;
import java.util.List;

/**
 * The samples of the sound, a row a sample.
 *
 * @param absolute whether without their signs
 */
record Samples(boolean absolute) implements FrameFeature {
  @Override
  public Rows rows() {
    return Rows.SAMPLE;
  }

  @Override
  public List<String> columns(FrameGrid grid) {
    return List.of("signal");
  }

  @Override
  public Kernel kernel(Analysis sound) {
    sound.needSamples();
    if (!absolute) {
      return (block, rows) -> rows.add(block.samples(), block.from(), length(block));
    }
    FrameGrid grid = sound.grid();
    float[] positive =
        sound.space().floats(FrameBlock.FRAMES * grid.hopLength() + grid.frameLength());
    return (block, rows) -> {
      int count = length(block);
      for (int i = 0; i < count; i++) {
        positive[i] = Math.abs(block.samples()[block.from() + i]);
      }
      rows.add(positive, 0, count);
    };
  }

  private static int length(FrameBlock block) {
    return Math.max(0, block.end() - block.from());
  }
}
