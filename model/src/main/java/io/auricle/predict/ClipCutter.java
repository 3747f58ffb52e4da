package io.auricle.predict;

import io.auricle.audio.Signal;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Cuts a stream of samples into clips, holding one and a half at most. Clips follow each other
 * without overlap; the last one takes the rest and is between a half and one and a half clips long
 * (a track shorter than that is one clip), so that no clip is too short to judge and no sound is
 * left out. Not thread-safe.
 */
public final class ClipCutter {
  private static final int FIRST_CAPACITY = 1 << 16;

  private final int sampleRateHz;
  private final int clipSamples;
  private final int limit;
  private final BiConsumer<Signal, Double> clips;
  private float[] buffer = new float[FIRST_CAPACITY];
  private int filled;
  private long startSample;

  /**
   * @param sampleRateHz of the samples
   * @param clipSeconds length of a clip
   * @param clips receives each clip and its start in seconds
   */
  public ClipCutter(int sampleRateHz, double clipSeconds, BiConsumer<Signal, Double> clips) {
    this.sampleRateHz = sampleRateHz;
    this.clipSamples = Math.toIntExact(Math.round(clipSeconds * sampleRateHz));
    this.limit = Math.addExact(clipSamples, clipSamples / 2);
    this.clips = clips;
  }

  /** Takes the next {@code length} samples. */
  public void push(float[] samples, int length) {
    int taken = 0;
    while (taken < length) {
      int n = Math.min(length - taken, limit - filled);
      if (filled + n > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(filled + n, Math.min(limit, 2 * buffer.length)));
      }
      System.arraycopy(samples, taken, buffer, filled, n);
      filled += n;
      taken += n;
      if (filled == limit) {
        emit(clipSamples);
      }
    }
  }

  /** Hands over the last clip. */
  public void finish() {
    if (filled > 0) {
      emit(filled);
    }
  }

  private void emit(int length) {
    clips.accept(Signal.of(buffer, 0, length, sampleRateHz), (double) startSample / sampleRateHz);
    System.arraycopy(buffer, length, buffer, 0, filled - length);
    filled -= length;
    startSample += length;
  }
}
