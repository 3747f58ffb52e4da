package io.auricle.predict;

/** Hears the samples of a track that models hear, at the highest of their rates. */
public interface SoundListener {
  /** Told once, before the first samples. */
  void begin(int sampleRateHz);

  /**
   * Takes the next samples.
   *
   * @param samples mono; only to be read, and only during the call
   * @param length how many of them count
   */
  void take(float[] samples, int length);
}
