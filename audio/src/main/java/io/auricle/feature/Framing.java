package io.auricle.feature;

import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;

/** Checks that all features with frames share. */
public final class Framing {
  /** Amplitude whose spectrum still fits a float: 180 dB above full scale. */
  private static final float LOUDEST = 1e9f;

  /** Minutes of sound; a block of such frames still fits an array. */
  private static final int MOST_HOP = 1 << 23;

  private Framing() {}

  /**
   * Checks what a spectrum needs.
   *
   * @throws IllegalArgumentException unless the rate is at least 1 Hz and the frame length a power
   *     of two in [16, 65536]
   */
  public static void check(int sampleRateHz, int frameLength) {
    checkRate(sampleRateHz);
    if (frameLength < 16 || frameLength > 65536 || Integer.bitCount(frameLength) != 1) {
      throw new IllegalArgumentException(
          "frameLength=" + frameLength + " must be a power of two in [16, 65536]");
    }
  }

  /**
   * Checks that there is something to look at.
   *
   * @throws IllegalArgumentException if the signal has no samples
   */
  public static void checkSignal(Signal signal) {
    if (signal.length() == 0) {
      throw new IllegalArgumentException("signal.length=0 must be at least 1 sample");
    }
  }

  /**
   * Checks a sample rate.
   *
   * @throws IllegalArgumentException unless the rate is at least 1 Hz
   */
  public static void checkRate(int sampleRateHz) {
    if (sampleRateHz < 1) {
      throw new IllegalArgumentException("sampleRateHz=" + sampleRateHz + " must be at least 1");
    }
  }

  /**
   * Checks a hop, for frames that may leave samples out.
   *
   * @throws IllegalArgumentException unless the hop is in [1, 2^23]
   */
  public static void checkHop(int hopLength) {
    if (hopLength > MOST_HOP) {
      throw new IllegalArgumentException("hopLength=" + hopLength + " must be at most " + MOST_HOP);
    }
    if (hopLength < 1) {
      throw new IllegalArgumentException("hopLength=" + hopLength + " must be at least 1");
    }
  }

  /**
   * For frames that must leave no sample out.
   *
   * @throws IllegalArgumentException unless the hop is in [1, frameLength]
   */
  public static void checkNoGap(int hopLength, int frameLength) {
    if (hopLength < 1 || hopLength > frameLength) {
      throw new IllegalArgumentException(
          "hopLength=%d must be in [1, frameLength=%d]".formatted(hopLength, frameLength));
    }
  }

  /**
   * For features that go back to sound: frames must overlap by half.
   *
   * @throws IllegalArgumentException unless the hop is in [1, frameLength / 2]
   */
  public static void checkOverlap(int hopLength, int frameLength) {
    if (hopLength < 1 || hopLength > frameLength / 2) {
      throw new IllegalArgumentException(
          "hopLength=%d must be in [1, frameLength/2=%d]".formatted(hopLength, frameLength / 2));
    }
  }

  /**
   * Refuses a stream of another rate.
   *
   * @throws IllegalArgumentException if it has one
   */
  public static void checkStream(SampleStream stream, int sampleRateHz) {
    if (stream.sampleRateHz() != sampleRateHz) {
      throw new IllegalArgumentException(
          "stream.sampleRateHz=%d must be sampleRateHz=%d; resample it first"
              .formatted(stream.sampleRateHz(), sampleRateHz));
    }
  }

  /**
   * Refuses a stream without a sample.
   *
   * @throws IllegalArgumentException unless there was one
   */
  public static void checkNotEmpty(boolean sample) {
    if (!sample) {
      throw new IllegalArgumentException("stream.length=0 must be at least 1 sample");
    }
  }

  /** A copy of the samples, those beyond 1e9 counting as that, so that no power overflows. */
  public static float[] samples(Signal signal) {
    float[] samples = signal.toArray();
    limit(samples, 0, samples.length);
    return samples;
  }

  /** Makes samples beyond 1e9 that. */
  public static void limit(float[] samples, int from, int to) {
    for (int i = from; i < to; i++) {
      samples[i] = Math.min(LOUDEST, Math.max(-LOUDEST, samples[i]));
    }
  }

  /**
   * Checks a number of mel bands.
   *
   * @throws IllegalArgumentException unless the bands are in [1, frameLength / 2]
   */
  public static void checkBands(int bands, int frameLength) {
    if (bands < 1 || bands > frameLength / 2) {
      throw new IllegalArgumentException(
          "bands=%d must be in [1, frameLength/2=%d]".formatted(bands, frameLength / 2));
    }
  }

  /**
   * Checks the lowest level.
   *
   * @throws IllegalArgumentException unless the floor is finite and below 0
   */
  public static void checkFloor(double floorDb) {
    if (!(floorDb < 0) || Double.isInfinite(floorDb)) {
      throw new IllegalArgumentException("floorDb=" + floorDb + " must be finite and below 0");
    }
  }
}
