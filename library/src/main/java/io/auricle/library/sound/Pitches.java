package io.auricle.library.sound;

import java.util.Arrays;
import java.util.Optional;

/**
 * The key of a song from the peaks of its spectra, gathered in tenths of semitones, so that its
 * tuning is known before they become pitch classes. A key is as likely as its profile agrees with
 * those (Krumhansl 1990; the profiles are Temperley's of the Kostka-Payne corpus, "Music and
 * Probability", 2007).
 */
final class Pitches {
  private static final int TENTHS = 10;
  private static final int CLASSES = 12;

  /** A1, from which on tenths are counted. */
  private static final double LOW_HZ = 55;

  private static final double HIGH_HZ = 1_800;
  private static final int SIZE = 6 * CLASSES * TENTHS;

  /** Peaks below the highest of a frame by more than this, of power, are left out. */
  private static final double LEAST = 1e-5;

  /** Loudness grows about so with power. */
  private static final double LOUDNESS = 0.25;

  private static final double[] MAJOR = {
    0.748, 0.060, 0.488, 0.082, 0.670, 0.460, 0.096, 0.715, 0.104, 0.366, 0.057, 0.400
  };
  private static final double[] MINOR = {
    0.712, 0.084, 0.474, 0.618, 0.049, 0.460, 0.105, 0.747, 0.404, 0.067, 0.133, 0.330
  };

  /** How sharply likelihood grows with agreement, fitted on pieces whose key is known. */
  private static final double SHARPNESS = 12;

  private final double binHz;
  private final int bins;
  private final double[] sum = new double[SIZE];
  private final double[] frame = new double[SIZE];

  Pitches(double binHz, int bins) {
    this.binHz = binHz;
    this.bins = bins;
  }

  /** Takes the powers of a frame's bins. */
  void add(float[] power, int from) {
    int first = Math.max(1, (int) Math.ceil(LOW_HZ / binHz));
    int last = Math.min(bins - 2, (int) Math.floor(HIGH_HZ / binHz));
    float highest = 0;
    for (int bin = first; bin <= last; bin++) {
      highest = Math.max(highest, power[from + bin]);
    }
    if (!(highest > 1e-12f)) {
      return;
    }
    Arrays.fill(frame, 0);
    double most = 0;
    for (int bin = first; bin <= last; bin++) {
      float middle = power[from + bin];
      float before = power[from + bin - 1];
      float after = power[from + bin + 1];
      if (middle < LEAST * highest || middle < before || middle <= after) {
        continue;
      }
      double left = Math.log(before + 1e-30);
      double top = Math.log(middle + 1e-30);
      double right = Math.log(after + 1e-30);
      double bend = left - 2 * top + right;
      double shift = bend < 0 ? 0.5 * (left - right) / bend : 0;
      double pitch = CLASSES * Math.log((bin + shift) * binHz / LOW_HZ) / Math.log(2);
      int place = (int) Math.round(pitch * TENTHS);
      if (place >= 0 && place < SIZE) {
        frame[place] += Math.pow(middle / highest, LOUDNESS);
        most += frame[place];
      }
    }
    if (most > 0) {
      for (int i = 0; i < SIZE; i++) {
        sum[i] += frame[i] / most;
      }
    }
  }

  /** How far the song is above A at 440 Hz, in semitones, in (-0.5, 0.5]. */
  double tuning() {
    double x = 0;
    double y = 0;
    for (int i = 0; i < SIZE; i++) {
      double angle = 2 * Math.PI * i / TENTHS;
      x += sum[i] * Math.cos(angle);
      y += sum[i] * Math.sin(angle);
    }
    return Math.atan2(y, x) / (2 * Math.PI);
  }

  /** How much of each pitch class there is, C first. */
  double[] classes() {
    double tuning = tuning();
    double[] classes = new double[CLASSES];
    for (int i = 0; i < SIZE; i++) {
      double pitch = (double) i / TENTHS - tuning;
      int nearest = (int) Math.round(pitch);
      double off = Math.abs(pitch - nearest);
      double weight = Math.cos(Math.PI * off);
      classes[Math.floorMod(nearest + 9, CLASSES)] += sum[i] * weight * weight;
    }
    return classes;
  }

  /** The key; nothing if there was no pitch. */
  Optional<SongKey> key() {
    double[] classes = classes();
    if (Arrays.stream(classes).sum() <= 0) {
      return Optional.empty();
    }
    double[] agree = new double[2 * CLASSES];
    for (int tonic = 0; tonic < CLASSES; tonic++) {
      agree[tonic] = correlation(classes, tonic, MAJOR);
      agree[CLASSES + tonic] = correlation(classes, tonic, MINOR);
    }
    int best = 0;
    for (int i = 1; i < agree.length; i++) {
      best = agree[i] > agree[best] ? i : best;
    }
    double all = 0;
    for (double one : agree) {
      all += Math.exp(SHARPNESS * (one - agree[best]));
    }
    MusicKey key = new MusicKey(best % CLASSES, best >= CLASSES);
    return Optional.of(new SongKey(key, 1 / all));
  }

  private static double correlation(double[] classes, int tonic, double[] profile) {
    double one = Arrays.stream(classes).sum() / CLASSES;
    double other = Arrays.stream(profile).sum() / CLASSES;
    double product = 0;
    double squares = 0;
    double profileSquares = 0;
    for (int i = 0; i < CLASSES; i++) {
      double x = classes[(tonic + i) % CLASSES] - one;
      double y = profile[i] - other;
      product += x * y;
      squares += x * x;
      profileSquares += y * y;
    }
    return squares == 0 ? 0 : product / Math.sqrt(squares * profileSquares);
  }
}
