package io.auricle.audio.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChannelMixTest {
  private static final int RATE_HZ = 8000;
  private static final int FRAMES = 20 * RATE_HZ + 777;

  private final float[] music = noise(1);
  private final float[] other = noise(2);

  /** What a channel holds in a frame. */
  interface Channel {
    float at(int frame);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 0.5, 0, -0.2, -0.35})
  void ordinaryStereoIsItsMeanBitForBit(double common) {
    float c = (float) common;
    Mixed mixed = mix(f -> music[f], f -> c * music[f] + (1 - Math.abs(c)) * other[f]);
    for (int f = 0; f < FRAMES; f++) {
      assertEquals((mixed.samples[2 * f] + mixed.samples[2 * f + 1]) * 0.5f, mixed.mono[f]);
    }
    assertTrue(mixed.mix.warning().isEmpty());
  }

  @Test
  void oppositeChannelsGiveTheirDifference() {
    Mixed mixed = mix(f -> music[f], f -> -music[f]);
    assertArrayEquals(music, mixed.mono);
    assertTrue(mixed.mix.warning().orElseThrow().contains("in 20.1 of 20.1 s"));
  }

  @Test
  void constantsAreNoSoundThatWouldRemain() {
    Mixed mixed = mix(f -> music[f] + 0.5f, f -> 0.3f - music[f]);
    assertEquals(rms(music, 0, FRAMES), deviation(mixed.mono), 1e-3);
    Mixed one = mix(f -> music[f], f -> 0.25f);
    assertTrue(one.mix.warning().isEmpty());
  }

  @Test
  void nearlyOppositeChannelsToo() {
    Mixed mixed = mix(f -> music[f], f -> -0.8f * music[f] + 0.2f * other[f]);
    assertEquals(0.9 * rms(music, 0, FRAMES), rms(mixed.mono, 0, FRAMES), 0.02);
  }

  @Test
  void soundThatTurnsOverInTheMiddleIsNeverLostAndDoesNotClick() {
    float[] tone = new float[FRAMES];
    for (int f = 0; f < FRAMES; f++) {
      tone[f] = (float) (0.5 * Math.sin(2 * Math.PI * 100 * f / RATE_HZ));
    }
    IntUnaryOperator sign = f -> f / (int) (3.3 * RATE_HZ) % 2 == 0 ? 1 : -1;
    Mixed mixed = mix(f -> tone[f], f -> sign.applyAsInt(f) * tone[f]);
    int tenth = RATE_HZ / 4;
    int lost = 0;
    for (int f = 0; f + tenth <= FRAMES; f += tenth) {
      lost += rms(mixed.mono, f, f + tenth) < 0.1 ? 1 : 0;
    }
    assertEquals(0, lost);
    // The steepest of the tone itself, and of a fade of 20 ms.
    double steepest = 0.5 * 2 * Math.PI * 100 / RATE_HZ + 1.0 / (0.02 * RATE_HZ);
    for (int f = 1; f < FRAMES; f++) {
      assertTrue(Math.abs(mixed.mono[f] - mixed.mono[f - 1]) < steepest * 1.05, "at " + f);
    }
  }

  @Test
  void ofSixChannelsThoseThatGoAgainstTheLoudestAreSubtracted() {
    Channel silent = f -> 0;
    Mixed mixed =
        mix(
            f -> music[f],
            f -> -music[f],
            silent,
            silent,
            f -> 0.5f * other[f],
            f -> -0.5f * other[f]);
    assertTrue(rms(mixed.mono, 0, FRAMES) > 0.3 * rms(music, 0, FRAMES));
    assertTrue(mixed.mix.warning().isPresent());
  }

  @Test
  void silenceIsItsMean() {
    Mixed mixed = mix(f -> 0, f -> 0);
    assertArrayEquals(new float[FRAMES], mixed.mono);
    assertTrue(mixed.mix.warning().isEmpty());
  }

  @Test
  void aThousandChannelsAreAveraged() {
    Channel[] channels = new Channel[1000];
    Arrays.fill(channels, (Channel) f -> 0.5f);
    ChannelMix mix = new ChannelMix(1000, RATE_HZ);
    assertTrue(mix.windowFrames() < 100);
    float[] mono = new float[10];
    float[] samples = new float[10_000];
    Arrays.fill(samples, 0.5f);
    mix.mix(samples, 10, mono);
    assertEquals(0.5f, mono[9]);
    assertFalse(mix.warning().isPresent());
  }

  private static final class Mixed {
    final ChannelMix mix;
    final float[] samples;
    final float[] mono = new float[FRAMES];

    Mixed(ChannelMix mix, float[] samples) {
      this.mix = mix;
      this.samples = samples;
    }
  }

  private static Mixed mix(Channel... channels) {
    int n = channels.length;
    float[] samples = new float[FRAMES * n];
    for (int f = 0; f < FRAMES; f++) {
      for (int c = 0; c < n; c++) {
        samples[f * n + c] = channels[c].at(f);
      }
    }
    Mixed result = new Mixed(new ChannelMix(n, RATE_HZ), samples);
    int window = result.mix.windowFrames();
    float[] mono = new float[window];
    for (int f = 0; f < FRAMES; f += window) {
      int count = Math.min(window, FRAMES - f);
      result.mix.mix(Arrays.copyOfRange(samples, f * n, (f + count) * n), count, mono);
      System.arraycopy(mono, 0, result.mono, f, count);
    }
    return result;
  }

  private static double rms(float[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i] * values[i];
    }
    return Math.sqrt(sum / (to - from));
  }

  private static double deviation(float[] values) {
    double mean = 0;
    for (float value : values) {
      mean += value / values.length;
    }
    double sum = 0;
    for (float value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  private static float[] noise(int seed) {
    Random random = new Random(seed);
    float[] values = new float[FRAMES];
    for (int i = 0; i < FRAMES; i++) {
      values[i] = (float) (0.2 * random.nextGaussian());
    }
    return values;
  }
}
