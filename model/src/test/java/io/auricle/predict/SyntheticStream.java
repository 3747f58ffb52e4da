package io.auricle.predict;

import io.auricle.audio.SampleStream;
import java.util.List;

/** A tone of any length at 22,050 Hz that watches the memory while it is read. */
final class SyntheticStream implements SampleStream {
  private static final int RATE = 22_050;
  private static final int WATCHED = 300 * RATE;

  private final long samples;
  private final float loudness;
  private final long before = used();
  private long read;
  private long nextLook = WATCHED;
  private long most;

  SyntheticStream(double seconds, float loudness) {
    this.samples = Math.round(seconds * RATE);
    this.loudness = loudness;
  }

  /** By how much the memory in use grew at most, garbage left out. */
  long mostMegabytes() {
    return most >> 20;
  }

  @Override
  public int sampleRateHz() {
    return RATE;
  }

  @Override
  public int read(float[] buffer, int offset, int length) {
    if (read >= nextLook) {
      nextLook += WATCHED;
      most = Math.max(most, used() - before);
    }
    int count = (int) Math.min(length, samples - read);
    for (int i = 0; i < count; i++) {
      // Louder every other second: a steady tone would leave doubt.
      float level = (read + i) / RATE % 2 == 0 ? loudness : loudness / 2;
      buffer[offset + i] = (read + i) / 40 % 2 == 0 ? level : -level;
    }
    read += count;
    return count == 0 ? -1 : count;
  }

  @Override
  public List<String> warnings() {
    return List.of();
  }

  @Override
  public void close() {}

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
