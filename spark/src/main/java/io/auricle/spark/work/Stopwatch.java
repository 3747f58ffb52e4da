package io.auricle.spark.work;

/** The time that goes into one file. Used by one thread. */
final class Stopwatch {
  private final long start = System.nanoTime();
  private long decodeNanos;
  private double soundSeconds;

  void read(long nanos, double seconds) {
    decodeNanos += nanos;
    soundSeconds += seconds;
  }

  void opened(long nanos) {
    decodeNanos += nanos;
  }

  /** Adds it all to the meters. */
  void stop(Meters meters, String path, String code) {
    double seconds = (System.nanoTime() - start) / 1e9;
    double decoding = decodeNanos / 1e9;
    meters.files().add(1);
    meters.codes().add(code);
    meters.soundSeconds().add(soundSeconds);
    meters.decodeSeconds().add(decoding);
    meters.modelSeconds().add(Math.max(0, seconds - decoding));
    meters.slowest().add(new SlowFile(path, seconds, soundSeconds));
  }
}
