import java.util.Random;

/** The instruments: each method adds one note to a track of mono samples. */
final class Synth {
  static final int RATE_HZ = 32_000;

  private final float[] out;
  private final Random random;

  Synth(double seconds, long seed) {
    this.out = new float[(int) (seconds * RATE_HZ)];
    this.random = new Random(seed);
  }

  float[] samples() {
    return out;
  }

  /** Frequency of a MIDI note. */
  static double hz(double note) {
    return 440 * Math.pow(2, (note - 69) / 12);
  }

  /** A plucked string (Karplus and Strong): guitar, harp, bass. */
  void pluck(double at, double note, double seconds, double gain, double brightness) {
    double hz = hz(note);
    int period = Math.max(2, (int) Math.round(RATE_HZ / hz - 0.5));
    double[] line = new double[period];
    double last = 0;
    for (int i = 0; i < period; i++) {
      last = brightness * (random.nextDouble() * 2 - 1) + (1 - brightness) * last;
      line[i] = last;
    }
    double decay = Math.pow(0.001, 1 / (hz * seconds * 2));
    int start = (int) (at * RATE_HZ);
    int length = (int) (seconds * RATE_HZ);
    for (int i = 0; i < length && start + i < out.length; i++) {
      int p = i % period;
      double value = line[p];
      line[p] = decay * 0.5 * (value + line[(p + 1) % period]);
      out[start + i] += (float) (gain * value * fade(i, length));
    }
  }

  /** Two-operator frequency modulation: electric piano, bells, organ, bass. */
  void fm(double at, double note, double seconds, double gain, double ratio, double depth) {
    double hz = hz(note);
    int length = (int) (seconds * RATE_HZ);
    int start = (int) (at * RATE_HZ);
    for (int i = 0; i < length && start + i < out.length; i++) {
      double t = (double) i / RATE_HZ;
      double envelope = Math.min(1, t * 200) * Math.exp(-2.2 * t / seconds) * fade(i, length);
      double modulator = depth * Math.exp(-5 * t / seconds) * Math.sin(2 * Math.PI * hz * ratio * t);
      out[start + i] += (float) (gain * envelope * Math.sin(2 * Math.PI * hz * t + modulator));
    }
  }

  /** A struck piano string: stretched partials, the high ones dying first. */
  void piano(double at, double note, double seconds, double gain) {
    double hz = hz(note);
    int length = (int) (seconds * RATE_HZ);
    int start = (int) (at * RATE_HZ);
    for (int partial = 1; partial <= 10 && partial * hz < RATE_HZ * 0.45; partial++) {
      double frequency = partial * hz * Math.sqrt(1 + 0.0004 * partial * partial);
      double level = gain * Math.pow(partial, -1.3) * (partial % 7 == 0 ? 0.3 : 1);
      for (int i = 0; i < length && start + i < out.length; i++) {
        double t = (double) i / RATE_HZ;
        double envelope = Math.min(1, t * 400) * Math.exp(-t * (1.2 + 0.7 * partial));
        out[start + i] +=
            (float) (level * envelope * fade(i, length) * Math.sin(2 * Math.PI * frequency * t));
      }
    }
  }

  /** Bowed strings: several detuned saw waves with vibrato and a slow attack. */
  void bow(double at, double note, double seconds, double gain) {
    int length = (int) (seconds * RATE_HZ);
    int start = (int) (at * RATE_HZ);
    for (int voice = -1; voice <= 1; voice++) {
      double hz = hz(note + 0.06 * voice);
      double phase = random.nextDouble();
      double low = 0;
      for (int i = 0; i < length && start + i < out.length; i++) {
        double t = (double) i / RATE_HZ;
        phase += hz * (1 + 0.004 * Math.sin(2 * Math.PI * (5.1 + 0.2 * voice) * t)) / RATE_HZ;
        low += 0.22 * (2 * (phase - Math.floor(phase)) - 1 - low);
        double envelope = Math.min(1, t * 6) * Math.min(1, (seconds - t) * 6);
        out[start + i] += (float) (gain / 3 * envelope * low);
      }
    }
  }

  /** A saw wave through a closing low-pass filter with resonance: synthesiser bass and leads. */
  void saw(double at, double note, double seconds, double gain, double cutoffHz, double resonance) {
    double hz = hz(note);
    int length = (int) (seconds * RATE_HZ);
    int start = (int) (at * RATE_HZ);
    double phase = 0;
    double low = 0;
    double band = 0;
    for (int i = 0; i < length && start + i < out.length; i++) {
      double t = (double) i / RATE_HZ;
      phase += hz / RATE_HZ;
      double value = 2 * (phase - Math.floor(phase)) - 1;
      double f = 2 * Math.sin(Math.PI * Math.min(0.2, cutoffHz * (0.3 + Math.exp(-6 * t / seconds)) / RATE_HZ));
      low += f * band;
      band += f * (value - low - resonance * band);
      out[start + i] += (float) (gain * low * Math.min(1, t * 300) * fade(i, length));
    }
  }

  void kick(double at, double gain, double clickGain) {
    int start = (int) (at * RATE_HZ);
    double phase = 0;
    for (int i = 0; i < RATE_HZ / 3 && start + i < out.length; i++) {
      double t = (double) i / RATE_HZ;
      phase += (46 + 140 * Math.exp(-t * 40)) / RATE_HZ;
      double click = clickGain * (random.nextDouble() * 2 - 1) * Math.exp(-t * 400);
      out[start + i] += (float) (gain * (Math.exp(-t * 11) * Math.sin(2 * Math.PI * phase) + click));
    }
  }

  void snare(double at, double gain, double seconds) {
    int start = (int) (at * RATE_HZ);
    double last = 0;
    for (int i = 0; i < RATE_HZ / 2 && start + i < out.length; i++) {
      double t = (double) i / RATE_HZ;
      double white = random.nextDouble() * 2 - 1;
      double noise = white - 0.5 * last;
      last = white;
      double body = 0.6 * Math.exp(-t * 25) * Math.sin(2 * Math.PI * 190 * t);
      out[start + i] += (float) (gain * (body + 0.6 * noise * Math.exp(-t * 4 / seconds)));
    }
  }

  /** Cymbals: high-passed noise over a few clashing tones. */
  void hat(double at, double gain, double seconds) {
    int start = (int) (at * RATE_HZ);
    double a = 0;
    double b = 0;
    for (int i = 0; i < 5 * seconds * RATE_HZ && start + i < out.length; i++) {
      double t = (double) i / RATE_HZ;
      double tones = Math.signum(Math.sin(2 * Math.PI * 5290 * t)) * Math.signum(Math.sin(2 * Math.PI * 7430 * t));
      double white = 0.8 * (random.nextDouble() * 2 - 1) + 0.3 * tones;
      double high = white - 2 * a + b;
      b = a;
      a = white;
      out[start + i] += (float) (gain * 0.3 * high * Math.exp(-t / seconds));
    }
  }

  private static double fade(int i, int length) {
    return Math.min(1, (length - i) / (0.01 * RATE_HZ));
  }
}
