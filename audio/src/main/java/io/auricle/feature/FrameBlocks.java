package io.auricle.feature;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleSource;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.util.Arrays;

/**
 * Cuts a sound that comes in piece by piece into the frames of a {@link FrameGrid} and gives them
 * in blocks. Used by one call.
 */
final class FrameBlocks {
  /** Samples read at a time. */
  private static final int PART = 8192;

  private final FrameGrid grid;
  private final Target target;
  private final float[] buffer;
  private final float[] part;
  private int filled;
  private long samples;
  private long frames;
  private int blocks;

  /** What is left of a sample for the pre-emphasis of the next one. */
  private float emphasised;

  private boolean first = true;

  /** What is done with the blocks. */
  interface Target {
    /** Takes the next frames. */
    void accept(FrameBlock block);
  }

  /**
   * Cuts frames.
   *
   * @param space lends the buffers until it is closed
   * @param target takes the blocks in their order
   */
  FrameBlocks(FrameGrid grid, WorkSpace space, Target target) {
    this.grid = grid;
    this.target = target;
    // One frame more than a block, so that the last block is never empty.
    this.buffer = space.floats(FrameBlock.FRAMES * grid.hopLength() + grid.frameLength());
    this.part = space.floats(PART + 1);
    this.filled = grid.before();
    Arrays.fill(buffer, 0, filled, 0);
  }

  /** Takes all samples of a signal and gives all its blocks. */
  void writeAll(Signal signal) {
    for (int from = 0; from < signal.length(); from += PART) {
      int count = Math.min(PART, signal.length() - from);
      signal.copyTo(from, part, 0, count);
      writePart(count);
    }
    finish();
  }

  /**
   * Takes all samples of a source and gives all its blocks.
   *
   * @throws DecodeException if the source is bad
   * @throws IllegalArgumentException if its rate is another or it has no sample
   */
  void writeAll(SampleSource source) throws DecodeException {
    try (SampleStream stream = source.open()) {
      Framing.checkStream(stream, grid.sampleRateHz());
      for (int count = 0; count >= 0; count = stream.read(part, 0, PART)) {
        writePart(count);
      }
    }
    Framing.checkNotEmpty(!first);
    finish();
  }

  /** Takes the first samples of the part, those beyond 1e9 counting as that. */
  private void writePart(int count) {
    if (count == 0) {
      return;
    }
    Framing.limit(part, 0, count);
    if (grid.preEmphasis() == 0 || grid.edges() == FrameGrid.Edges.ALONE) {
      write(count);
    } else {
      write(emphasise(count));
    }
    first = false;
  }

  /** One sample less in all: the first has none before it. */
  private int emphasise(int count) {
    float factor = (float) grid.preEmphasis();
    float before = emphasised;
    for (int i = 0; i < count; i++) {
      float sample = part[i];
      part[i] = sample - factor * before;
      before = sample;
    }
    emphasised = before;
    if (first) {
      System.arraycopy(part, 1, part, 0, count - 1);
      return count - 1;
    }
    return count;
  }

  private void write(int count) {
    int from = 0;
    while (from < count) {
      int taken = Math.min(count - from, buffer.length - filled);
      System.arraycopy(part, from, buffer, filled, taken);
      from += taken;
      filled += taken;
      samples += taken;
      if (filled == buffer.length) {
        if (frames == 0) {
          mirrorStart();
        }
        give(FrameBlock.FRAMES, filled, false);
      }
    }
  }

  /** Gives the rest. A single sample under pre-emphasis leaves a 0. */
  private void finish() {
    samples = Math.max(1, samples);
    long total = grid.count(samples);
    if (frames == 0) {
      mirrorStart();
    }
    mirrorEnd();
    int end = filled;
    while (total - frames > FrameBlock.FRAMES) {
      end = give(FrameBlock.FRAMES, end, false);
    }
    give((int) (total - frames), end, true);
  }

  private void mirrorStart() {
    int before = grid.before();
    if (grid.edges() == FrameGrid.Edges.REFLECT) {
      for (int i = 0; i < before; i++) {
        buffer[i] = buffer[(int) (before + mirrored(i - before, samples))];
      }
    }
  }

  /** Fills up what lies behind the last sample, which stands before {@code filled}. */
  private void mirrorEnd() {
    Arrays.fill(buffer, filled, buffer.length, 0);
    if (grid.edges() == FrameGrid.Edges.REFLECT) {
      long start = filled - samples;
      for (int i = filled; i < Math.min(buffer.length, filled + grid.frameLength()); i++) {
        buffer[i] = buffer[(int) (start + mirrored(i - start, samples))];
      }
    }
  }

  /** The sample that a place beyond the ends shows, back and forth as often as needed. */
  private static long mirrored(long place, long length) {
    if (length == 1) {
      return 0;
    }
    long period = 2 * (length - 1);
    long within = Math.floorMod(place, period);
    return within < length ? within : period - within;
  }

  /** Gives a block and moves on; returns where the sound then ends. */
  private int give(int count, int end, boolean last) {
    int from = frames == 0 ? grid.before() : 0;
    int used = count * grid.hopLength();
    target.accept(new FrameBlock(buffer, blocks++, count, from, end, used, last));
    frames += count;
    System.arraycopy(buffer, used, buffer, 0, buffer.length - used);
    Arrays.fill(buffer, buffer.length - used, buffer.length, 0);
    filled -= used;
    return Math.max(0, end - used);
  }
}
