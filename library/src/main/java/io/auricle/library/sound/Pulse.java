package io.auricle.library.sound;

import java.util.Optional;

/**
 * The tempo of a song from the onsets of its parts. Their autocorrelations are summed; a tempo is
 * as good as the mean of that at one to four beats, less what stands half a beat off, times how
 * often people tap so (a log-normal prior, as Ellis 2007).
 */
final class Pulse {
  private static final int LONGEST = 4 * SongOnsets.RATE;
  private static final double SLOWEST = 45;
  private static final double FASTEST = 220;
  private static final int STEPS_AN_OCTAVE = 96;
  private static final int BEATS = 4;

  /** Where people tap most, and how far around that, in octaves. */
  private static final double USUAL = 120;

  private static final double WIDTH = 1;

  /** How much of what stands half a beat off is taken away. */
  private static final double OFF = 0.1;

  /** Of the certainty: how much the lead before the next tempo and the clarity count, as fitted. */
  private static final double LEAD = 4.4;

  private static final double CLEAR = 2.2;
  private static final double NEEDED = 0.8;

  private final double[] sum = new double[LONGEST + 1];

  /** Takes the onsets of the next part; one shorter than the longest lag is left out. */
  void add(double[] onsets) {
    if (onsets.length < LONGEST + SongOnsets.RATE) {
      return;
    }
    double mean = 0;
    for (double onset : onsets) {
      mean += onset / onsets.length;
    }
    double[] centred = new double[onsets.length];
    for (int i = 0; i < onsets.length; i++) {
      centred[i] = onsets[i] - mean;
    }
    double[] own = new double[LONGEST + 1];
    for (int lag = 0; lag <= LONGEST; lag++) {
      double product = 0;
      for (int i = lag; i < centred.length; i++) {
        product += centred[i] * centred[i - lag];
      }
      own[lag] = product / (centred.length - lag);
    }
    if (own[0] > 0) {
      for (int lag = 0; lag <= LONGEST; lag++) {
        sum[lag] += own[lag] / own[0];
      }
    }
  }

  /** The tempo; nothing if there was no onset. */
  Optional<SongTempo> tempo() {
    if (!(sum[0] > 0)) {
      return Optional.empty();
    }
    int steps = (int) Math.round(STEPS_AN_OCTAVE * octaves(SLOWEST, FASTEST));
    double[] scores = new double[steps + 1];
    int best = 0;
    for (int step = 0; step <= steps; step++) {
      scores[step] = score(bpm(step));
      best = scores[step] > scores[best] ? step : best;
    }
    if (scores[best] <= 0) {
      return Optional.empty();
    }
    return Optional.of(new SongTempo(exact(bpm(best)), certainty(scores, best)));
  }

  private static double bpm(int step) {
    return SLOWEST * Math.pow(2, (double) step / STEPS_AN_OCTAVE);
  }

  private static double octaves(double from, double to) {
    return Math.log(to / from) / Math.log(2);
  }

  private double score(double bpm) {
    double away = octaves(USUAL, bpm) / WIDTH;
    return clarity(bpm) * Math.exp(-0.5 * away * away);
  }

  /** How much more happens on beats than between them, in (-1, 1]. */
  private double clarity(double bpm) {
    double period = 60.0 * SongOnsets.RATE / bpm;
    double on = 0;
    double off = 0;
    int beats = 0;
    for (int beat = 1; beat <= BEATS; beat++) {
      if (beat * period > LONGEST - 1) {
        break;
      }
      on += near(beat * period);
      off += Math.max(0, near((beat - 0.5) * period));
      beats++;
    }
    return beats == 0 ? 0 : (on - OFF * off) / beats / sum[0];
  }

  /** The highest of the autocorrelation within two hundredths of a second. */
  private double near(double lag) {
    int middle = (int) Math.round(lag);
    double highest = sum[middle];
    for (int at = Math.max(1, middle - 1); at <= Math.min(LONGEST, middle + 1); at++) {
      highest = Math.max(highest, sum[at]);
    }
    return highest;
  }

  /** A tempo put right by the peaks at its beats, the later ones counting as the finer rules. */
  private double exact(double bpm) {
    double period = 60.0 * SongOnsets.RATE / bpm;
    for (int beat = 1; beat <= 8; beat++) {
      double lag = beat * period;
      int reach = Math.max(1, (int) Math.round(0.03 * period));
      if (lag + reach > LONGEST - 1) {
        break;
      }
      int peak = (int) Math.round(lag);
      for (int at = (int) Math.round(lag) - reach; at <= Math.round(lag) + reach; at++) {
        peak = sum[at] > sum[peak] ? at : peak;
      }
      boolean top = sum[peak] > 0 && sum[peak] >= sum[peak - 1] && sum[peak] >= sum[peak + 1];
      if (top) {
        double bend = sum[peak - 1] - 2 * sum[peak] + sum[peak + 1];
        double shift = bend < 0 ? 0.5 * (sum[peak - 1] - sum[peak + 1]) / bend : 0;
        period = (peak + shift) / beat;
      }
    }
    return 60.0 * SongOnsets.RATE / period;
  }

  private double certainty(double[] scores, int best) {
    double rival = 0;
    for (int step = 0; step < scores.length; step++) {
      if (Math.abs(step - best) > STEPS_AN_OCTAVE / 8) {
        rival = Math.max(rival, scores[step]);
      }
    }
    double lead = 1 - rival / scores[best];
    double clear = clarity(bpm(best));
    return 1 / (1 + Math.exp(-(LEAD * lead + CLEAR * clear - NEEDED)));
  }
}
