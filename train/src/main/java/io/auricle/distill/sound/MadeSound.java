package io.auricle.distill.sound;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Sound that is no music, by arithmetic. */
final class MadeSound {
  private MadeSound() {}

  /** Fills an array with noise, tones, hum, clicks or silence. */
  static void fill(float[] samples, int rateHz, SplittableRandom random) {
    Arrays.fill(samples, 0);
    float level = (float) Math.pow(10, -random.nextDouble() * 2.5);
    switch (random.nextInt(6)) {
      case 0 -> white(samples, level * 0.5f, random);
      case 1 -> pink(samples, level * 0.5f, random);
      case 2 -> tone(samples, level, between(60, 8000, random), rateHz);
      case 3 -> {
        double hum = random.nextBoolean() ? 50 : 60;
        for (int partial = 1; partial <= 5; partial++) {
          tone(samples, level / (1 + partial), hum * partial, rateHz);
        }
      }
      case 4 -> clicks(samples, level, rateHz, random);
      default -> white(samples, random.nextBoolean() ? 0 : 1e-4f, random);
    }
  }

  static void white(float[] samples, float level, SplittableRandom random) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] += level * (2 * (float) random.nextDouble() - 1);
    }
  }

  /** White noise through P. Kellet's filter of three poles: 3 dB less an octave. */
  static void pink(float[] samples, float level, SplittableRandom random) {
    double a = 0;
    double b = 0;
    double c = 0;
    for (int i = 0; i < samples.length; i++) {
      double white = 2 * random.nextDouble() - 1;
      a = 0.99765 * a + white * 0.0990460;
      b = 0.96300 * b + white * 0.2965164;
      c = 0.57000 * c + white * 1.0526913;
      samples[i] += (float) (level * 0.3 * (a + b + c + white * 0.1848));
    }
  }

  private static void tone(float[] samples, float level, double hz, int rateHz) {
    for (int i = 0; i < samples.length; i++) {
      samples[i] += level * (float) Math.sin(2 * Math.PI * hz * i / rateHz);
    }
  }

  private static void clicks(float[] samples, float level, int rateHz, SplittableRandom random) {
    double mean = between(0.02, 1, random) * rateHz;
    for (double at = 0; at < samples.length; at -= mean * Math.log(1 - random.nextDouble())) {
      int end = Math.min(samples.length, (int) at + 40);
      for (int i = (int) at; i < end; i++) {
        samples[i] += level * (2 * (float) random.nextDouble() - 1);
      }
    }
  }

  /** Evenly over the logarithm. */
  static double between(double low, double high, SplittableRandom random) {
    return low * Math.pow(high / low, random.nextDouble());
  }

  /** The root mean square of samples. */
  static double rms(float[] samples) {
    double sum = 0;
    for (float sample : samples) {
      sum += (double) sample * sample;
    }
    return Math.sqrt(sum / samples.length);
  }
}
