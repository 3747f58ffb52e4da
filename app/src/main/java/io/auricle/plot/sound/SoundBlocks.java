package io.auricle.plot.sound;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.util.function.Consumer;

/**
 * Cuts a sound of any length into {@link SoundBlock}s of two minutes, so that shorter ones come as
 * a whole.
 */
final class SoundBlocks {
  /** Frames of a block. */
  static final int FRAMES = 5168;

  /** Frames beyond the ends of a block: half a frame's length, and what onsets look back. */
  private static final int MARGIN = 8;

  private static final int CAPACITY = (FRAMES + 2 * MARGIN) * SoundBlock.HOP;

  private SoundBlocks() {}

  /**
   * Gives all blocks.
   *
   * @return the number of samples; if it is 0 there was no block
   * @throws DecodeException if the sound is bad
   */
  static long read(
      SampleStream stream, double fromSeconds, double toSeconds, Consumer<SoundBlock> to)
      throws DecodeException {
    int rate = stream.sampleRateHz();
    float[] buffer = new float[CAPACITY];
    long skipped = Math.round(fromSeconds * rate);
    for (int count = 0; skipped > 0 && count >= 0; skipped -= Math.max(0, count)) {
      count = stream.read(buffer, 0, (int) Math.min(skipped, CAPACITY));
    }
    if (skipped > 0) {
      return 0;
    }
    double most = (toSeconds - fromSeconds) * rate;
    long samples = 0;
    int filled = 0;
    int first = 0;
    while (true) {
      int want = (int) Math.min(CAPACITY - filled, Math.ceil(most - samples));
      int count = want > 0 ? stream.read(buffer, filled, want) : -1;
      if (count > 0) {
        filled += count;
        samples += count;
      }
      boolean ended = count < 0 && (want > 0 || filled < CAPACITY);
      if (ended) {
        break;
      }
      if (filled == CAPACITY) {
        int frames = FRAMES + MARGIN - first;
        to.accept(new SoundBlock(Signal.of(buffer, 0, filled, rate), first, frames, false));
        // The margin before the next block stays, too.
        int used = (first + frames - MARGIN) * SoundBlock.HOP;
        System.arraycopy(buffer, used, buffer, 0, filled - used);
        filled -= used;
        first = MARGIN;
      }
    }
    if (samples > 0) {
      int frames = 1 + filled / SoundBlock.HOP - first;
      to.accept(new SoundBlock(Signal.of(buffer, 0, filled, rate), first, frames, true));
    }
    return samples;
  }
}
