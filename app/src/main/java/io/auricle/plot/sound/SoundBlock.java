package io.auricle.plot.sound;

import io.auricle.audio.Signal;

/**
 * A block of a sound with some of what lies around it, so that its frames are those of the whole
 * sound.
 *
 * @param signal begins {@code first} frames before the block, or where the sound does
 * @param first index of the block's first frame among those of the signal
 * @param frames of the block, at least 1
 * @param last whether the sound ends with it
 */
record SoundBlock(Signal signal, int first, int frames, boolean last) {
  static final int FRAME_LENGTH = 2048;
  static final int HOP = 512;

  /** Index of the block's first sample in the signal. */
  int firstSample() {
    return first * HOP;
  }

  /** Index after the block's last sample in the signal. */
  int endSample() {
    return last ? signal.length() : (first + frames) * HOP;
  }
}
