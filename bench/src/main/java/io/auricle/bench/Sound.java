package io.auricle.bench;

import io.auricle.audio.Signal;
import java.util.Random;

/** What is measured on: 30 seconds of chords, clicks and noise, as in {@code reference.py}. */
final class Sound {
  static final int RATE_HZ = 22050;

  private Sound() {}

  static Signal clip() {
    Random random = new Random(440);
    float[] samples = new float[30 * RATE_HZ];
    for (int i = 0; i < samples.length; i++) {
      double t = (double) i / RATE_HZ;
      double chord = 0;
      for (double hz : new double[] {220, 277.18, 329.63, 440}) {
        chord += Math.sin(2 * Math.PI * hz * (1 + 0.01 * Math.floor(t)) * t);
      }
      double click = Math.exp(-40 * (t % 0.5));
      samples[i] = (float) (0.1 * chord + (0.02 + 0.2 * click) * random.nextGaussian());
    }
    return Signal.of(samples, RATE_HZ);
  }
}
