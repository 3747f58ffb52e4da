package io.auricle.feature.separation;

import io.auricle.audio.Signal;
import io.auricle.dsp.MedianFilter;
import io.auricle.dsp.fft.Istft;
import io.auricle.feature.Framing;
import io.auricle.feature.Spectrum;

/**
 * Splits a sound into a harmonic and a percussive one (Fitzgerald 2010; margins: Driedger, Müller
 * and Disch 2014): medians of the spectrogram along time keep what sounds on, medians along
 * frequency what strikes; soft masks share out the rest. As {@code librosa.effects.hpss}.
 *
 * @param harmonicFrames odd width of the median along time
 * @param percussiveBins odd width of the median along frequency
 * @param exponent sharpness of the masks, above 0; 2 is Wiener filtering
 * @param harmonicMargin how much louder the harmonic must be, at least 1
 * @param percussiveMargin how much louder the percussive must be, at least 1
 */
public record Hpss(
    int harmonicFrames,
    int percussiveBins,
    double exponent,
    double harmonicMargin,
    double percussiveMargin) {
  /** librosa's defaults; the two parts add up to the whole. */
  public static final Hpss DEFAULT = new Hpss(31, 31, 2, 1, 1);

  public Hpss {
    requireOdd("harmonicFrames", harmonicFrames);
    requireOdd("percussiveBins", percussiveBins);
    if (!(exponent > 0) || Double.isInfinite(exponent)) {
      throw new IllegalArgumentException("exponent=" + exponent + " must be finite and above 0");
    }
    requireMargin("harmonicMargin", harmonicMargin);
    requireMargin("percussiveMargin", percussiveMargin);
  }

  /** The two parts of a sound, each as long as it; margins above 1 leave a rest in neither. */
  public record Parts(Signal harmonic, Signal percussive) {}

  /**
   * Splits a signal.
   *
   * @param frameLength samples a frame, a power of two
   * @param hopLength samples between frames, in [1, frameLength / 2]
   */
  public Parts split(Signal signal, int frameLength, int hopLength) {
    Framing.check(signal.sampleRateHz(), frameLength);
    Framing.checkOverlap(hopLength, frameLength);
    ComplexSpectrum spectrum =
        ComplexSpectrum.of(Framing.samples(signal), signal.sampleRateHz(), frameLength, hopLength);
    Masks masks = masks(spectrum.power());
    return new Parts(
        Signal.of(sound(spectrum, masks.harmonic, signal.length()), signal.sampleRateHz()),
        Signal.of(sound(spectrum, masks.percussive, signal.length()), signal.sampleRateHz()));
  }

  /** The harmonic part alone. */
  float[] harmonic(ComplexSpectrum spectrum, int length) {
    return sound(spectrum, masks(spectrum.power()).harmonic, length);
  }

  private static float[] sound(ComplexSpectrum spectrum, float[] mask, int length) {
    Spectrum power = spectrum.power();
    return Istft.of(power.frameLength(), power.hopLength())
        .restore(spectrum.real(), spectrum.imaginary(), mask, power.frameCount(), length);
  }

  /** Factors on the spectra, {@code [frames][bins]} each. */
  private static final class Masks {
    final float[] harmonic;
    final float[] percussive;

    Masks(float[] harmonic, float[] percussive) {
      this.harmonic = harmonic;
      this.percussive = percussive;
    }
  }

  private Masks masks(Spectrum spectrum) {
    int frames = spectrum.frameCount();
    int bins = spectrum.bins();
    float[] powers = spectrum.powers();
    float[] harmonic = new float[powers.length];
    float[] percussive = new float[powers.length];
    // Medians of powers are powers of medians, so no magnitudes are needed.
    new MedianFilter(harmonicFrames).alongFrames(powers, frames, bins, harmonic);
    new MedianFilter(percussiveBins).alongColumns(powers, frames, bins, percussive);
    if (exponent == 2 && harmonicMargin == 1 && percussiveMargin == 1) {
      for (int i = 0; i < powers.length; i++) {
        float sum = harmonic[i] + percussive[i];
        harmonic[i] = sum > 0 ? harmonic[i] / sum : 0.5f;
        percussive[i] = 1 - harmonic[i];
      }
    } else {
      for (int i = 0; i < powers.length; i++) {
        float h = harmonic[i];
        float p = percussive[i];
        harmonic[i] = mask(h, p * harmonicMargin * harmonicMargin);
        percussive[i] = mask(p, h * percussiveMargin * percussiveMargin);
      }
    }
    return new Masks(harmonic, percussive);
  }

  private float mask(double power, double otherPower) {
    double larger = Math.max(power, otherPower);
    if (larger == 0) {
      return harmonicMargin == 1 && percussiveMargin == 1 ? 0.5f : 0;
    }
    // Scaled by the larger, so that no exponent overflows.
    double own = Math.pow(power / larger, exponent / 2);
    double other = Math.pow(otherPower / larger, exponent / 2);
    return (float) (own / (own + other));
  }

  private static void requireOdd(String name, int width) {
    if (width < 1 || width % 2 == 0) {
      throw new IllegalArgumentException(name + "=" + width + " must be odd and at least 1");
    }
  }

  private static void requireMargin(String name, double margin) {
    if (!(margin >= 1) || Double.isInfinite(margin)) {
      throw new IllegalArgumentException(name + "=" + margin + " must be finite and at least 1");
    }
  }
}
