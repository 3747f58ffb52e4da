/** Six short pieces in clearly different styles. Times are in seconds, notes in MIDI numbers. */
final class Pieces {
  private static final double SECONDS = 14;

  private Pieces() {}

  /** Broken chords on a piano over bowed strings, 72 beats a minute, no drums. */
  static float[] classical() {
    Synth s = new Synth(SECONDS, 1);
    int[][] chords = {{48, 55, 64, 67, 72}, {45, 52, 60, 64, 69}, {41, 53, 60, 65, 69}, {43, 50, 59, 62, 67}};
    int[] melody = {76, 74, 72, 76, 77, 76, 74, 72, 71, 74, 79, 77, 76, 74, 71, 72};
    double beat = 60.0 / 72;
    for (int half = 0; half * 2 * beat < SECONDS - 1; half++) {
      int[] chord = chords[half % 4];
      for (int i = 0; i < 8; i++) {
        int note = chord[i < 5 ? i : 8 - i];
        s.piano(2 * beat * half + i * beat / 4 + 0.008 * (i % 3), note, 2.5, i == 0 ? 0.5 : 0.3);
      }
      s.bow(2 * beat * half, chord[0] + 12, 2.1 * beat, 0.16);
      s.bow(2 * beat * half, chord[2], 2.1 * beat, 0.12);
      s.bow(2 * beat * half, melody[half * 2 % 16], beat, 0.26);
      s.bow(2 * beat * half + beat, melody[(half * 2 + 1) % 16], beat, 0.26);
    }
    Effects.reverb(s.samples(), 0.7, 2.2);
    return s.samples();
  }

  /** Distorted power chords, palm-muted sixteenths and double kick drums, 190 beats a minute. */
  static float[] metal() {
    Synth guitar = new Synth(SECONDS, 2);
    Synth drums = new Synth(SECONDS, 3);
    double step = 60.0 / 190 / 4;
    int[] roots = {40, 40, 43, 41, 40, 40, 46, 45};
    for (int i = 0; i * step < SECONDS - 0.3; i++) {
      int root = roots[i / 16 % 8];
      boolean accent = i % 16 == 0 || i % 16 == 6 || i % 16 == 12;
      int top = accent ? root + (i % 32 == 12 ? 1 : 0) : 40;
      double length = accent ? 0.45 : 0.09;
      guitar.pluck(i * step, top, length, accent ? 0.6 : 0.5, 0.9);
      guitar.pluck(i * step, top + 7, length, accent ? 0.5 : 0.25, 0.9);
      guitar.pluck(i * step, top + 12.05, length, accent ? 0.4 : 0.1, 0.9);
      drums.kick(i * step, i % 2 == 0 ? 0.8 : 0.65, 1.2);
      if (i % 8 == 4) {
        drums.snare(i * step, 1.0, 0.35);
      }
      if (i % 4 == 0) {
        drums.hat(i * step, i % 64 == 0 ? 1.2 : 0.6, i % 64 == 0 ? 0.8 : 0.15);
      }
    }
    Effects.distort(guitar.samples(), 30);
    Effects.reverb(drums.samples(), 0.15, 0.6);
    Effects.add(drums.samples(), guitar.samples(), 0.6);
    return drums.samples();
  }

  /** Four on the floor, open hats between, octave bass and string stabs, 120 beats a minute. */
  static float[] disco() {
    Synth s = new Synth(SECONDS, 4);
    Synth wide = new Synth(SECONDS, 5);
    double beat = 0.5;
    int[][] chords = {{57, 60, 64, 67}, {53, 57, 60, 64}, {55, 59, 62, 65}, {52, 56, 59, 62}};
    for (int i = 0; i * beat < SECONDS - 0.4; i++) {
      double t = i * beat;
      int[] chord = chords[i / 4 % 4];
      s.kick(t, 1.0, 0.4);
      s.hat(t + beat / 2, 0.7, 0.12);
      s.hat(t + beat / 4, 0.3, 0.03);
      s.hat(t + 3 * beat / 4, 0.3, 0.03);
      if (i % 2 == 1) {
        s.snare(t, 0.6, 0.3);
      }
      s.saw(t, chord[0] - 24, 0.22, 0.55, 900, 0.6);
      s.saw(t + beat / 2, chord[0] - 12, 0.22, 0.5, 1100, 0.6);
      for (int note : chord) {
        wide.pluck(t + beat / 2, note + 12, 0.12, 0.2, 0.9);
        wide.pluck(t + 3 * beat / 4, note + 12, 0.10, 0.16, 0.9);
        if (i % 4 == 0) {
          wide.bow(t, note + 12, 3.6 * beat, 0.16);
        }
      }
      wide.saw(t + (i % 2) * beat / 2, chord[i % 4] + 24, 0.25, 0.1, 3500, 0.4);
    }
    Effects.reverb(wide.samples(), 0.5, 1.4);
    Effects.add(s.samples(), wide.samples(), 1);
    return s.samples();
  }

  /** One drop: kick and rim on the third beat, off-beat guitar and organ, 74 beats a minute. */
  static float[] reggae() {
    Synth dry = new Synth(SECONDS, 6);
    Synth wet = new Synth(SECONDS, 7);
    double beat = 60.0 / 74;
    int[][] chords = {{57, 60, 64}, {55, 59, 62}, {53, 57, 60}, {52, 55, 59}};
    int[] bass = {0, -1, 0, 7, 5, -1, 3, 0};
    for (int i = 0; i * beat < SECONDS - 0.6; i++) {
      double t = i * beat;
      int[] chord = chords[i / 4 % 4];
      for (int note : chord) {
        wet.pluck(t + beat / 2, note + 12, 0.13, 0.5, 0.7);
        wet.fm(t + beat / 2, note, 0.16, 0.13, 1, 1.2);
        wet.fm(t + 3 * beat / 4, note, 0.10, 0.08, 1, 1.2);
      }
      for (int half = 0; half < 2; half++) {
        int step = bass[(2 * i + half) % 8];
        if (step >= 0) {
          dry.fm(t + half * beat / 2, chord[0] - 24 + step, 0.55, 0.9, 1, 0.6);
        }
        dry.hat(t + half * beat / 2 + (half == 1 ? 0.03 : 0), 0.35, 0.04);
      }
      if (i % 4 == 2) {
        dry.kick(t, 1.1, 0.2);
        wet.snare(t, 0.6, 0.12);
      }
    }
    Effects.reverb(wet.samples(), 0.6, 1.5);
    Effects.add(dry.samples(), wet.samples(), 0.9);
    return dry.samples();
  }

  /** A heavy loop of kick, snare and sub bass with a dusty piano, 88 beats a minute. */
  static float[] hiphop() {
    Synth drums = new Synth(SECONDS, 8);
    Synth keys = new Synth(SECONDS, 9);
    double step = 60.0 / 88 / 4;
    String kicks = "x.....x...x..x..";
    for (int i = 0; i * step < SECONDS - 0.4; i++) {
      int place = i % 16;
      double t = i * step + (i % 2 == 1 ? 0.18 * step : 0);
      int[] chord = i / 16 % 2 == 0 ? new int[] {58, 61, 65, 68} : new int[] {56, 60, 63, 67};
      if (kicks.charAt(place) == 'x') {
        drums.kick(t, 1.3, 0.5);
        drums.fm(t, chord[0] - 24, 0.5, 0.9, 1, 0.3);
      }
      if (place == 4 || place == 12) {
        drums.snare(t, 1.1, 0.35);
      }
      if (i % 2 == 0 || place == 15) {
        drums.hat(t, 0.4, 0.035);
      }
      if (place == 0 || place == 7) {
        for (int note : chord) {
          keys.fm(t, note + 0.05, 1.1, 0.16, 1, 1.4);
        }
      }
      if (place % 4 == 3) {
        keys.fm(t, chord[i / 4 % 4] + 12, 0.5, 0.13, 4, 0.6);
      }
    }
    Effects.reverb(keys.samples(), 0.3, 0.8);
    Effects.add(drums.samples(), keys.samples(), 1);
    return drums.samples();
  }

  /** Walking bass, swung ride cymbal and piano chords, 150 beats a minute. */
  static float[] jazz() {
    Synth s = new Synth(SECONDS, 10);
    double beat = 60.0 / 150;
    int[][] chords = {{50, 53, 57, 60, 64}, {43, 53, 59, 64, 69}, {48, 52, 59, 62, 67}, {45, 49, 55, 58, 64}};
    int[] walk = {0, 3, 7, 11};
    int[] solo = {74, 77, 76, 72, 69, 71, 74, 79, 78, 76, 74, 71, 72, 67, 64, 69};
    for (int i = 0; i * beat < SECONDS - 0.6; i++) {
      double t = i * beat;
      int[] chord = chords[i / 4 % 4];
      int approach = i % 4 == 3 ? chords[(i / 4 + 1) % 4][0] + 1 : chord[0] + walk[i % 4];
      s.pluck(t, approach - 12, 0.7, 1.1, 0.25);
      s.hat(t, 0.45, 0.25);
      if (i % 2 == 1) {
        s.hat(t + beat * 2 / 3, 0.35, 0.2);
        s.hat(t, 0.4, 0.03);
      }
      if (i % 8 == 1 || i % 8 == 6) {
        for (int k = 1; k < 5; k++) {
          s.piano(t + (i % 8 == 6 ? beat * 2 / 3 : 0), chord[k] + 12, 0.5, 0.22);
        }
      }
      if (i % 16 > 2) {
        s.piano(t, solo[i % 16], 0.5, 0.4);
        s.piano(t + beat * 2 / 3, solo[(i * 3 + 1) % 16], 0.35, 0.33);
      }
      if (i % 8 == 7) {
        s.snare(t + beat * 2 / 3, 0.12, 0.3);
      }
    }
    Effects.reverb(s.samples(), 0.3, 1.0);
    return s.samples();
  }
}
