package io.auricle.dsp;

import io.auricle.dsp.fft.Istft;
import io.auricle.dsp.fft.Stft;
import io.auricle.dsp.resample.Resampler;
import io.auricle.dsp.resample.ResamplerFilter;
import java.util.Arrays;

/**
 * Changes the tempo or the pitch of a mono signal: the phase vocoder of Flanagan and Golden (1966,
 * doi:10.1002/j.1538-7305.1966.tb01706.x) as {@code librosa.effects.time_stretch}, and a resampling
 * behind it for the pitch. Transients are smeared as with every plain phase vocoder: it is meant
 * for small changes of training material, not for listening. Stateless.
 */
public final class PhaseVocoder {
  private static final int FRAME = 2048;
  private static final int HOP = 512;

  private PhaseVocoder() {}

  /**
   * A signal at another tempo and its own pitch.
   *
   * @param tempo factor in [0.25, 4]: 2 is twice as fast
   * @return {@code round(samples.length / tempo)} samples
   */
  public static float[] stretch(float[] samples, double tempo) {
    if (!(tempo >= 0.25 && tempo <= 4)) {
      throw new IllegalArgumentException("tempo=" + tempo + " must be in [0.25, 4]");
    }
    Stft stft = Stft.of(FRAME, HOP);
    int bins = stft.bins();
    int frames = stft.frameCount(samples.length);
    float[] real = new float[frames * bins];
    float[] imaginary = new float[frames * bins];
    stft.forward(samples, 0, frames, real, imaginary);
    int count = (int) Math.ceil(frames / tempo);
    float[] outReal = new float[count * bins];
    float[] outImaginary = new float[count * bins];
    for (int bin = 0; bin < bins; bin++) {
      double advance = 2 * Math.PI * HOP * bin / FRAME;
      double phase = Math.atan2(imaginary[bin], real[bin]);
      for (int frame = 0; frame < count; frame++) {
        int left = Math.min(frames - 1, (int) (frame * tempo));
        int right = Math.min(frames - 1, left + 1);
        double share = frame * tempo - left;
        int a = left * bins + bin;
        int b = right * bins + bin;
        double before = Math.hypot(real[a], imaginary[a]);
        double after = left == right ? 0 : Math.hypot(real[b], imaginary[b]);
        double magnitude = (1 - share) * before + share * after;
        outReal[frame * bins + bin] = (float) (magnitude * Math.cos(phase));
        outImaginary[frame * bins + bin] = (float) (magnitude * Math.sin(phase));
        double turned = Math.atan2(imaginary[b], real[b]) - Math.atan2(imaginary[a], real[a]);
        double surplus = turned - advance;
        surplus -= 2 * Math.PI * Math.round(surplus / (2 * Math.PI));
        phase += advance + surplus;
      }
    }
    float[] ones = new float[count * bins];
    Arrays.fill(ones, 1);
    int length = (int) Math.round(samples.length / tempo);
    return Istft.of(FRAME, HOP).restore(outReal, outImaginary, ones, count, length);
  }

  /**
   * A signal at another pitch and its own tempo, or at another of both.
   *
   * @param sampleRateHz of the signal
   * @param semitones up, in [-12, 12]; fractions are allowed
   * @param tempo as in {@link #stretch}
   * @return about {@code samples.length / tempo} samples, at the same rate
   */
  public static float[] shift(float[] samples, int sampleRateHz, double semitones, double tempo) {
    if (!(semitones >= -12 && semitones <= 12)) {
      throw new IllegalArgumentException("semitones=" + semitones + " must be in [-12, 12]");
    }
    double ratio = Math.pow(2, semitones / 12);
    float[] stretched = stretch(samples, tempo / ratio);
    int played = (int) Math.round(sampleRateHz * ratio);
    return played == sampleRateHz
        ? stretched
        : Resampler.resample(stretched, ResamplerFilter.of(played, sampleRateHz));
  }
}
