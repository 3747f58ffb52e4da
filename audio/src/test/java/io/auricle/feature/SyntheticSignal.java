package io.auricle.feature;

import io.auricle.audio.Signal;

/** Test signals by formula; {@code tools/golden/make.py} has the same formulas. */
public final class SyntheticSignal {
  private static final String DITHERED = "dithered-";

  private SyntheticSignal() {}

  public static Signal of(String name, int rateHz, double seconds) {
    double[] values = values(name, rateHz, seconds);
    float[] samples = new float[values.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) values[i];
    }
    return Signal.of(samples, rateHz);
  }

  private static double[] values(String name, int rateHz, double seconds) {
    int count = (int) (rateHz * seconds);
    double[] values = new double[count];
    if (name.startsWith(DITHERED)) {
      double[] dither = noise(count);
      double[] clean = values(name.substring(DITHERED.length()), rateHz, seconds);
      for (int i = 0; i < count; i++) {
        values[i] = clean[i] + 1e-4 * dither[i];
      }
      return values;
    }
    switch (name) {
      case "noise" -> {
        values = noise(count);
        scale(values, 0.3);
      }
      case "pink" -> values = pink(count);
      case "impulse" -> values[count / 2] = 1;
      case "song" -> {
        double[] clicks = values("clicks", rateHz, seconds);
        double[] chord = values("chord", rateHz, seconds);
        double[] pink = pink(count);
        for (int i = 0; i < count; i++) {
          double swell = 0.6 + 0.4 * sine(0.7, (double) i / rateHz);
          values[i] = 0.5 * clicks[i] + chord[i] * swell + 0.1 * pink[i];
        }
      }
      default -> {
        for (int i = 0; i < count; i++) {
          values[i] = at(name, (double) i / rateHz, (double) (i % (rateHz / 2)) / rateHz);
        }
      }
    }
    return values;
  }

  private static double at(String name, double t, double sinceClick) {
    return switch (name) {
      case "tone" -> 0.5 * sine(440, t);
      case "chord" -> 0.2 * sine(261.63, t) + 0.2 * sine(329.63, t) + 0.2 * sine(392, t);
      case "sweep" -> 0.5 * Math.sin(2 * Math.PI * (50 * t + 1000 * t * t));
      case "clicks" ->
          (sinceClick < 0.1 ? 0.8 * Math.exp(-200 * sinceClick) : 0) * sine(1000, sinceClick);
      case "silence" -> 0;
      case "constant" -> 0.25;
      default -> throw new IllegalArgumentException("name=" + name + " is no test signal");
    };
  }

  private static double sine(double hz, double t) {
    return Math.sin(2 * Math.PI * hz * t);
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  /** Uniform noise in [-1, 1) from a linear congruential generator with seed 1. */
  private static double[] noise(int count) {
    double[] values = new double[count];
    long state = 1;
    for (int i = 0; i < count; i++) {
      state = (state * 1664525 + 1013904223) & 0xFFFFFFFFL;
      values[i] = state / 2147483648.0 - 1;
    }
    return values;
  }

  /** White noise through Kellet's economy filter: -3 dB an octave. */
  private static double[] pink(int count) {
    double[] values = noise(count);
    double a = 0;
    double b = 0;
    double c = 0;
    for (int i = 0; i < count; i++) {
      double white = values[i];
      a = 0.99765 * a + white * 0.0990460;
      b = 0.96300 * b + white * 0.2965164;
      c = 0.57000 * c + white * 1.0526913;
      values[i] = 0.1 * (a + b + c + white * 0.1848);
    }
    return values;
  }
}
