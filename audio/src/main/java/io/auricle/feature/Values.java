package io.auricle.feature;

import java.util.ArrayList;
import java.util.List;

/**
 * A layer of values, {@code [frames][columns]}. Where they are needed in both looks at a sound that
 * is not long, they are kept from the first to the second.
 */
public abstract class Values extends SharedLayer {
  private final int columns;
  private final float[] scratch;
  private final Kept kept;
  private float[] values;
  private int from;
  private boolean keeping;
  private int known;

  /** Arrays that are used again by the next sound. */
  private static final class Kept {
    final List<float[]> blocks = new ArrayList<>();
  }

  /**
   * @param columns values of a frame
   */
  protected Values(Analysis sound, int columns) {
    this.columns = columns;
    this.scratch = sound.space().floats(FrameBlock.FRAMES * columns);
    this.kept = sound.space().buffer(Kept.class, Kept::new);
    this.values = scratch;
  }

  /** Computes the values of a block's frames into the beginning of {@code target}. */
  protected abstract void compute(FrameBlock block, float[] target);

  @Override
  protected void compute(FrameBlock block) {
    int index = block.index();
    if (index < known) {
      show(kept.blocks.get(index), 0);
      return;
    }
    if (keeping && index < MOST_KEPT) {
      if (index == kept.blocks.size()) {
        kept.blocks.add(new float[scratch.length]);
      }
      show(kept.blocks.get(index), 0);
      known = index + 1;
    } else {
      show(scratch, 0);
    }
    compute(block, values);
  }

  /** Says where the values of the block are. */
  final void show(float[] array, int first) {
    this.values = array;
    this.from = first;
  }

  @Override
  protected boolean keep() {
    keeping = true;
    return true;
  }

  @Override
  protected boolean isKept(int blocks) {
    return keeping && blocks <= known;
  }

  /** The array that holds the values of the block loaded; not to be written to. */
  public final float[] values() {
    return values;
  }

  /** Index of the first value in {@link #values}. */
  public final int from() {
    return from;
  }

  /** Values of a frame. */
  public final int columns() {
    return columns;
  }
}
