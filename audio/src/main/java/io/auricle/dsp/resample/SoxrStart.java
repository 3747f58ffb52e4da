package io.auricle.dsp.resample;

import java.util.Optional;

/**
 * What soxr leaves out at the start of a signal. A filter gives samples before the first one as
 * well where a signal begins loud; of soxr's two filters the second does not see those of the
 * first. One to three output samples lack a few hundredths, or a hundred lack a thousandth, and
 * features of the first frame show it.
 */
final class SoxrStart {
  private final float[][] weights;

  private SoxrStart(float[][] weights) {
    this.weights = weights;
  }

  /** Nothing is left out. */
  static SoxrStart complete() {
    return new SoxrStart(new float[0][0]);
  }

  /**
   * What is left out with a response of two filters, but for rates of which soxr halves one first.
   *
   * @param ratio the input's rate over the output's
   */
  static SoxrStart of(SoxrResponse response, double ratio) {
    Optional<KaiserSinc> flat = response.flat();
    return switch (response.order()) {
      case STEEP_FIRST -> of(response.steep(), flat.orElseThrow(), response.density(), ratio);
      case FLAT_FIRST -> of(flat.orElseThrow(), response.steep(), response.density(), ratio);
      case ONE_STEP, HALVINGS_FIRST -> complete();
    };
  }

  private static SoxrStart of(KaiserSinc first, KaiserSinc second, double density, double ratio) {
    double step = 1 / density;
    double inputStep = Math.min(1, 1 / ratio);
    double outputStep = Math.min(1, ratio);
    int before = (int) (Math.min(first.halfLength(), second.halfLength()) * density);
    int inputs = (int) ((first.halfLength() - step) / inputStep) + 1;
    int outputs = (int) ((second.halfLength() - step) / outputStep) + 1;
    float[][] weights = new float[outputs][inputs];
    for (int m = 1; m <= before; m++) {
      double[] seen = values(first, m * step, inputStep, inputs);
      double[] used = values(second, m * step, outputStep, outputs);
      for (int n = 0; n < outputs; n++) {
        for (int i = 0; i < inputs; i++) {
          weights[n][i] += (float) (used[n] * step * seen[i] * inputStep);
        }
      }
    }
    return new SoxrStart(weights);
  }

  private static double[] values(KaiserSinc filter, double start, double step, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = filter.at(start + i * step);
    }
    return values;
  }

  /** First input samples that matter. */
  int inputs() {
    return weights.length == 0 ? 0 : weights[0].length;
  }

  /** First output samples that lack something. */
  int outputs() {
    return weights.length;
  }

  /** What output sample {@code n} lacks of the first input samples. */
  float lost(int n, float[] inputs) {
    float sum = 0;
    for (int i = 0; i < inputs.length; i++) {
      sum += weights[n][i] * inputs[i];
    }
    return sum;
  }
}
