/** What is done to whole tracks. */
final class Effects {
  private static final int[] COMBS = {1116, 1277, 1422, 1557};
  private static final int[] ALL_PASSES = {441, 225};

  private Effects() {}

  /** A room after Schroeder: four combs and two all-passes. */
  static void reverb(float[] x, double wet, double seconds) {
    double[] sum = new double[x.length];
    for (int base : COMBS) {
      int delay = base * Synth.RATE_HZ / 44_100;
      double feedback = Math.pow(0.001, delay / (seconds * Synth.RATE_HZ));
      double[] line = new double[delay];
      double damped = 0;
      for (int i = 0; i < x.length; i++) {
        double echo = line[i % delay];
        damped += 0.6 * (echo - damped);
        line[i % delay] = x[i] + feedback * damped;
        sum[i] += echo / COMBS.length;
      }
    }
    for (int delay : ALL_PASSES) {
      double[] line = new double[delay];
      for (int i = 0; i < x.length; i++) {
        double old = line[i % delay];
        double in = sum[i] + 0.5 * old;
        line[i % delay] = in;
        sum[i] = old - 0.5 * in;
      }
    }
    for (int i = 0; i < x.length; i++) {
      x[i] += (float) (wet * sum[i]);
    }
  }

  /** A valve amplifier and its box: gain, clipping, and no treble. */
  static void distort(float[] x, double drive) {
    double low = 0;
    double lower = 0;
    double bass = 0;
    for (int i = 0; i < x.length; i++) {
      bass += 0.015 * (x[i] - bass);
      double clipped = Math.tanh(drive * (x[i] - bass));
      low += 0.5 * (clipped - low);
      lower += 0.5 * (low - lower);
      x[i] = (float) lower;
    }
  }

  static void add(float[] to, float[] from, double gain) {
    for (int i = 0; i < to.length; i++) {
      to[i] += (float) (gain * from[i]);
    }
  }

  /** To a peak of 0.9, with a little saturation, and a fade at the end. */
  static void finish(float[] x) {
    double square = 0;
    for (float v : x) {
      square += v * v;
    }
    double gain = 0.18 / Math.sqrt(square / x.length + 1e-12);
    int fade = Synth.RATE_HZ / 2;
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (0.9 * Math.tanh(gain * x[i]) * Math.min(1, (double) (x.length - i) / fade));
    }
  }
}
