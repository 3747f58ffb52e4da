package io.auricle.predict;

import io.auricle.audio.Signal;
import io.auricle.bundle.TrackCut;
import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream of samples into clips, holding one and a half at most, and the edges of the track
 * if those are left out. Unless clips overlap they follow each other; the last one takes the rest
 * and is between a half and one and a half clips long (a track shorter than that is one clip), so
 * that no clip is too short to judge and no sound is left out. If only whole clips are wanted, the
 * rest is left out unless it is all there is. Not thread-safe.
 */
final class ClipCutter {
  private static final int FIRST_CAPACITY = 1 << 16;

  private final int sampleRateHz;
  private final int clipSamples;
  private final int hopSamples;
  private final boolean wholeClips;
  private final int limit;
  private final BiConsumer<Signal, Double> clips;
  private final @Nullable TrackEdges edges;
  private float[] buffer = new float[FIRST_CAPACITY];
  private int filled;
  private long startSample;
  private boolean emitted;

  /**
   * @param sampleRateHz of the samples
   * @param cut how tracks are cut
   * @param clips receives each clip and its start in seconds
   */
  public ClipCutter(int sampleRateHz, TrackCut cut, BiConsumer<Signal, Double> clips) {
    this.sampleRateHz = sampleRateHz;
    this.clipSamples = samples(cut.clipSeconds());
    this.hopSamples = samples(cut.hopSeconds());
    this.wholeClips = cut.wholeClips();
    this.limit = wholeClips ? clipSamples : Math.addExact(clipSamples, clipSamples / 2);
    this.clips = clips;
    this.edges =
        cut.edgeSeconds() == 0
            ? null
            : new TrackEdges(samples(cut.edgeSeconds()), clipSamples, new Middle());
  }

  private int samples(double seconds) {
    return Math.toIntExact(Math.round(seconds * sampleRateHz));
  }

  /** What is left of the track between its edges. */
  private final class Middle implements TrackEdges.Receiver {
    @Override
    public void begin(int leftOut) {
      startSample = leftOut;
    }

    @Override
    public void take(float[] samples, int from, int length) {
      cut(samples, from, length);
    }
  }

  /** Takes the next {@code length} samples. */
  public void push(float[] samples, int length) {
    if (edges == null) {
      cut(samples, 0, length);
    } else {
      edges.push(samples, length);
    }
  }

  private void cut(float[] samples, int from, int length) {
    int taken = 0;
    while (taken < length) {
      int n = Math.min(length - taken, limit - filled);
      if (filled + n > buffer.length) {
        buffer = Arrays.copyOf(buffer, Math.max(filled + n, Math.min(limit, 2 * buffer.length)));
      }
      System.arraycopy(samples, from + taken, buffer, filled, n);
      filled += n;
      taken += n;
      if (filled == limit) {
        emit(clipSamples);
      }
    }
  }

  /** Hands over the last clip. */
  public void finish() {
    if (edges != null) {
      edges.finish();
    }
    if (filled > 0 && !(wholeClips && emitted)) {
      emit(filled);
    }
  }

  private void emit(int length) {
    clips.accept(Signal.of(buffer, 0, length, sampleRateHz), (double) startSample / sampleRateHz);
    int passed = Math.min(hopSamples, length);
    System.arraycopy(buffer, passed, buffer, 0, filled - passed);
    filled -= passed;
    startSample += passed;
    emitted = true;
  }
}
