package io.auricle.dsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.dsp.fft.Stft;
import io.auricle.dsp.fft.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseVocoderTest {
  private static final int RATE = 22050;

  @ParameterizedTest
  @CsvSource({"0.8", "1", "1.25"})
  void stretchingKeepsThePitchAndTheLevel(double tempo) {
    float[] tone = tone(440);
    float[] changed = PhaseVocoder.stretch(tone, tempo);
    assertEquals(Math.round(tone.length / tempo), changed.length);
    assertEquals(440, strongestHz(changed), 3);
    assertEquals(rms(tone), rms(changed), 0.1 * rms(tone));
  }

  @ParameterizedTest
  @CsvSource({"12, 1, 880", "-12, 1, 220", "2, 0.9, 493.9", "-1, 1.1, 415.3"})
  void shiftingMovesThePitchBySemitones(double semitones, double tempo, double expectedHz) {
    float[] tone = tone(440);
    float[] changed = PhaseVocoder.shift(tone, RATE, semitones, tempo);
    assertEquals(tone.length / tempo, changed.length, 0.01 * tone.length);
    assertEquals(expectedHz, strongestHz(changed), 6);
  }

  @Test
  void silenceStaysSilence() {
    assertEquals(0, rms(PhaseVocoder.shift(new float[RATE], RATE, 3, 1.2)));
  }

  @Test
  void changesBeyondReasonAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> PhaseVocoder.stretch(new float[9], 5));
    assertThrows(
        IllegalArgumentException.class, () -> PhaseVocoder.shift(new float[9], RATE, 13, 1));
  }

  private static float[] tone(double hz) {
    float[] samples = new float[RATE];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hz * i / RATE));
    }
    return samples;
  }

  /** The frequency of the strongest bin of a frame of 8192 in the middle. */
  private static double strongestHz(float[] samples) {
    int frame = 8192;
    Stft stft = Stft.of(frame, frame, Window.HANN, false);
    float[] middle = new float[frame];
    System.arraycopy(samples, (samples.length - frame) / 2, middle, 0, frame);
    float[] power = new float[stft.bins()];
    stft.power(middle, 0, 1, power);
    int best = 0;
    for (int bin = 1; bin < power.length; bin++) {
      best = power[bin] > power[best] ? bin : best;
    }
    return best * (double) RATE / frame;
  }

  private static double rms(float[] samples) {
    double square = 0;
    for (float sample : samples) {
      square += (double) sample * sample;
    }
    return Math.sqrt(square / samples.length);
  }
}
