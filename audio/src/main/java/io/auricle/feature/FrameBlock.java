package io.auricle.feature;

/** Frames of a sound that follow one another, valid until the call that got it returns. */
public final class FrameBlock {
  /** Most frames of a block: few enough for the cache, enough for a piece of three seconds. */
  public static final int FRAMES = 144;

  private final float[] samples;
  private final int index;
  private final int frames;
  private final int from;
  private final int to;
  private final int next;
  private final boolean last;

  FrameBlock(float[] samples, int index, int frames, int from, int to, int next, boolean last) {
    this.samples = samples;
    this.index = index;
    this.frames = frames;
    this.from = from;
    this.to = to;
    this.next = next;
    this.last = last;
  }

  /** A block of frames whose samples nobody asks for. */
  FrameBlock(int index, int frames, boolean last) {
    this(new float[0], index, frames, 0, 0, 0, last);
  }

  /**
   * Samples, not copied and not to be changed: frame {@code i} begins at {@code i * hopLength}.
   * Only for those who have said so by {@link Analysis#needSamples}.
   */
  public float[] samples() {
    return samples;
  }

  /** The block's number, from 0 on. */
  public int index() {
    return index;
  }

  /** Number of frames, in [1, FRAMES]. */
  public int frames() {
    return frames;
  }

  /** Where the sound begins, before which there are zeros. */
  public int from() {
    return from;
  }

  /** Where the sound ends, as far as it is known. */
  public int to() {
    return to;
  }

  /** Where the samples end that no later block begins with. */
  public int end() {
    return last ? to : Math.min(to, next);
  }

  /** Whether no block follows. */
  public boolean last() {
    return last;
  }
}
