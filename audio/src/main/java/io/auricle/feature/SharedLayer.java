package io.auricle.feature;

/**
 * What several kernels need of each block, computed once for all of them and only when one asks.
 * Used by one call.
 */
public abstract class SharedLayer {
  /** Most blocks that are kept: about 50 seconds at librosa's usual rate and hop. */
  protected static final int MOST_KEPT = 16;

  private int ready = -1;

  /** What layers are known by: equal keys share one layer. Implemented by records. */
  public interface Key<L extends SharedLayer> {
    /** Makes the layer for a sound. */
    L layer(Analysis sound);
  }

  /** Computes what the layer holds. */
  protected abstract void compute(FrameBlock block);

  /** Makes sure that the layer holds what belongs to the block. */
  public final void load(FrameBlock block) {
    if (ready != block.index()) {
      ready = block.index();
      compute(block);
    }
  }

  /**
   * Keeps what is computed in the first look for the second, if this layer can.
   *
   * @return whether it does
   */
  protected boolean keep() {
    return false;
  }

  /** Whether the second look at so many blocks needs nothing that this is computed from. */
  protected boolean isKept(int blocks) {
    return false;
  }

  /** Begins a look at the sound. */
  void restart(boolean last) {
    ready = -1;
  }
}
