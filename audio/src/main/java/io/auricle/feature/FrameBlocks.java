package io.auricle.feature;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.util.Arrays;

/**
 * Cuts a sound that comes in piece by piece into blocks of centred frames, zeros beyond its ends:
 * {@code 1 + samples / hopLength} frames in all, as of {@link io.auricle.dsp.Stft}. Used by one
 * call.
 */
public final class FrameBlocks {
  /** Frames of a block: few enough for the cache, enough for a piece of three seconds. */
  public static final int FRAMES = 144;

  /** Samples read at a time. */
  private static final int PART = 8192;

  private final int frameLength;
  private final int hopLength;
  private final Target target;
  private final float[] buffer;
  private final float[] part;
  private int filled;
  private long samples;
  private long frames;

  /** What is done with the blocks. */
  public interface Target {
    /** Takes the next frames. */
    void accept(Block block);
  }

  /** Frames of a sound, valid until the call that got it returns. */
  public static final class Block {
    private final float[] samples;
    private final int frames;
    private final int from;
    private final int to;
    private final int next;
    private final boolean last;

    Block(float[] samples, int frames, int from, int to, int next, boolean last) {
      this.samples = samples;
      this.frames = frames;
      this.from = from;
      this.to = to;
      this.next = next;
      this.last = last;
    }

    /**
     * Samples, not copied and not to be changed: frame {@code i} begins at {@code i * hopLength}.
     */
    public float[] samples() {
      return samples;
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

    /** Where the frame after these begins, and with it the next block. */
    public int next() {
      return next;
    }

    /** Whether no block follows. */
    public boolean last() {
      return last;
    }
  }

  /**
   * Cuts frames.
   *
   * @param frameLength samples a frame, even
   * @param hopLength samples between frames, in [1, frameLength]
   * @param space lends the buffers until it is closed
   * @param target takes the blocks in their order
   */
  public FrameBlocks(int frameLength, int hopLength, WorkSpace space, Target target) {
    this.frameLength = frameLength;
    this.hopLength = hopLength;
    this.target = target;
    // One frame more than a block, so that the last block is never empty.
    this.buffer = space.floats(FRAMES * hopLength + frameLength);
    this.part = space.floats(PART);
    this.filled = frameLength / 2;
    Arrays.fill(buffer, 0, filled, 0);
  }

  /** Takes the next samples, those beyond 1e9 counting as that. */
  public void write(float[] next, int offset, int count) {
    int from = offset;
    while (from < offset + count) {
      int taken = Math.min(offset + count - from, buffer.length - filled);
      System.arraycopy(next, from, buffer, filled, taken);
      Framing.limit(buffer, filled, filled + taken);
      from += taken;
      filled += taken;
      samples += taken;
      if (filled == buffer.length) {
        give(FRAMES, filled, false);
      }
    }
  }

  /** Takes all samples of a signal. */
  public void write(Signal signal) {
    for (int from = 0; from < signal.length(); from += PART) {
      int count = Math.min(PART, signal.length() - from);
      signal.copyTo(from, part, 0, count);
      write(part, 0, count);
    }
  }

  /**
   * Takes all samples of a source and gives all its blocks.
   *
   * @return the number of samples
   * @throws DecodeException if the source is bad
   * @throws IllegalArgumentException if it has another rate or no sample
   */
  public long writeAll(SampleSource source, int sampleRateHz) throws DecodeException {
    try (SampleStream stream = source.open()) {
      if (stream.sampleRateHz() != sampleRateHz) {
        throw new IllegalArgumentException(
            "stream.sampleRateHz=%d must be sampleRateHz=%d; resample it first"
                .formatted(stream.sampleRateHz(), sampleRateHz));
      }
      for (int count = 0; count >= 0; count = stream.read(part, 0, PART)) {
        write(part, 0, count);
      }
    }
    if (samples == 0) {
      throw new IllegalArgumentException("stream.length=0 must be at least 1 sample");
    }
    finish();
    return samples;
  }

  /** Gives the rest. There must have been at least one sample. */
  public void finish() {
    long total = 1 + samples / hopLength;
    int end = filled;
    Arrays.fill(buffer, filled, buffer.length, 0);
    while (total - frames > FRAMES) {
      end = give(FRAMES, end, false);
    }
    give((int) (total - frames), end, true);
  }

  /** Gives a block and moves on; returns where the sound then ends. */
  private int give(int count, int end, boolean last) {
    int from = frames == 0 ? frameLength / 2 : 0;
    int used = count * hopLength;
    target.accept(new Block(buffer, count, from, end, used, last));
    frames += count;
    System.arraycopy(buffer, used, buffer, 0, buffer.length - used);
    Arrays.fill(buffer, buffer.length - used, buffer.length, 0);
    filled -= used;
    return Math.max(0, end - used);
  }
}
