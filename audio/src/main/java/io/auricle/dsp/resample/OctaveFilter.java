package io.auricle.dsp.resample;

import io.auricle.dsp.fft.RealFft;
import java.util.function.DoubleUnaryOperator;

/** What an {@link OctaveStage} multiplies the spectrum of a block with. */
final class OctaveFilter {
  /** Where the stop band has begun with all rates, in cycles of the lower rate. */
  private static final double STOP_BAND = 0.53;

  private static final double KERNEL_STEP = 1.0 / 16;

  private final boolean halving;
  private final int lead;
  private final float[] gains;
  private final RealFft analysis;
  private final RealFft synthesis;

  private OctaveFilter(boolean halving, int lead, DoubleUnaryOperator response) {
    this.halving = halving;
    this.lead = lead;
    this.gains = new float[(int) (STOP_BAND * OctaveStage.POINTS / 2) + 1];
    for (int k = 0; k < gains.length; k++) {
      double gain = response.applyAsDouble(2.0 * k / OctaveStage.POINTS);
      // The transforms are scaled by their own lengths.
      gains[k] = (float) (halving ? gain / 2 : gain * 2);
    }
    RealFft longer = RealFft.ofLength(OctaveStage.POINTS);
    RealFft shorter = RealFft.ofLength(OctaveStage.POINTS / 2);
    this.analysis = halving ? longer : shorter;
    this.synthesis = halving ? shorter : longer;
  }

  /** The whole response at once. */
  static OctaveFilter alone(boolean halving, SoxrResponse response) {
    return new OctaveFilter(halving, 0, response::gain);
  }

  /** What another filter at the higher rate leaves to do. */
  static OctaveFilter beside(KaiserSinc other, boolean halving, SoxrResponse response) {
    double[] taps = other.taps(KERNEL_STEP);
    return new OctaveFilter(
        halving,
        PolyphaseStage.LEAD,
        cycles -> response.gain(cycles) / KaiserSinc.gain(taps, KERNEL_STEP, cycles));
  }

  OctaveStage newStage() {
    return new OctaveStage(halving, lead, gains, analysis.another(), synthesis.another());
  }
}
