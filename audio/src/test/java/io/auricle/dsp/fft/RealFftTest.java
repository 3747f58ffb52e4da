package io.auricle.dsp.fft;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {

  @ParameterizedTest
  @ValueSource(ints = {2, 4, 8, 32, 64, 128, 256, 512, 1024, 2048, 4096})
  void spectrumIsTheSumOfTheDefinition(int length) {
    RealFft fft = plain(length);
    float[] frames = noise(2 * length);
    float[] real = new float[2 * fft.bins()];
    float[] imaginary = new float[2 * fft.bins()];
    fft.forward(frames, 2, real, imaginary);
    double tolerance = 1e-6 * Math.sqrt(length);
    for (int i = 0; i < real.length; i++) {
      int start = i / fft.bins() * length;
      double[] sum = definition(frames, start, length, i % fft.bins());
      assertEquals(sum[0], real[i], tolerance, "real part " + i);
      assertEquals(sum[1], imaginary[i], tolerance, "imaginary part " + i);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 64, 128, 256, 2048, 8192})
  void vectorAndPlainSpectraAreEqualToTheLastBit(int length) {
    Optional<FftKernel> vector = FftKernelChoice.vectorKernel();
    assumeTrue(
        vector.isPresent(), "needs --add-modules jdk.incubator.vector and vectors of 256 bits");
    float[] frames = noise(3 * length);
    assertArrayEquals(
        bothParts(plain(length), frames),
        bothParts(RealFft.ofLength(length, FftKernelChoice.always(vector.get())), frames));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16, 128, 2048, 4096})
  void inverseRestoresTheFrames(int length) {
    RealFft fft = plain(length);
    float[] frames = noise(3 * length);
    float[] real = new float[3 * fft.bins()];
    float[] imaginary = new float[3 * fft.bins()];
    fft.forward(frames, 3, real, imaginary);
    float[] back = new float[frames.length];
    fft.inverse(real, imaginary, 3, back);
    assertArrayEquals(frames, back, 2e-6f);
  }

  @Test
  void windowedFramesOfASignalAreTransformedWhereTheyLie() {
    RealFft fft = plain(256);
    float[] samples = noise(1000);
    float[] window = noise(256);
    float[] copied = new float[3 * 256];
    for (int i = 0; i < copied.length; i++) {
      copied[i] = samples[10 + i / 256 * 100 + i % 256] * window[i % 256];
    }
    float[] real = new float[3 * fft.bins()];
    float[] imaginary = new float[3 * fft.bins()];
    fft.forward(samples, 10, 100, window, 3, real, imaginary);
    float[] both = Arrays.copyOf(real, 2 * real.length);
    System.arraycopy(imaginary, 0, both, real.length, real.length);
    assertArrayEquals(bothParts(fft, copied), both);
  }

  @Test
  void powerIsTheSquaredMagnitude() {
    RealFft fft = plain(128);
    float[] samples = noise(128 + 64);
    float[] window = noise(128);
    float[] real = new float[2 * fft.bins()];
    float[] imaginary = new float[2 * fft.bins()];
    float[] power = new float[2 * fft.bins()];
    fft.forward(samples, 0, 64, window, 2, real, imaginary);
    fft.power(samples, 0, 64, window, 2, power);
    for (int i = 0; i < power.length; i++) {
      assertEquals(real[i] * real[i] + imaginary[i] * imaginary[i], power[i]);
    }
  }

  @Test
  void energyIsKept() {
    RealFft fft = plain(2048);
    float[] samples = noise(2048);
    float[] ones = new float[2048];
    Arrays.fill(ones, 1);
    float[] power = new float[fft.bins()];
    fft.power(samples, 0, 2048, ones, 1, power);
    double spectral = power[0] + power[1024];
    for (int k = 1; k < 1024; k++) {
      spectral += 2.0 * power[k];
    }
    double energy = 0;
    for (float sample : samples) {
      energy += (double) sample * sample;
    }
    assertEquals(energy, spectral / 2048, 1e-6 * energy);
  }

  @Test
  void theFasterKernelTakesOverAfterEnoughFrames() throws InterruptedException {
    // A slow kernel that only delegates, so that the plain one is the faster.
    FftKernel fast = new PlainFftKernel();
    FftKernel slow = new SlowFftKernel(fast);
    FftKernelChoice choice = new FftKernelChoice(slow, fast, 10);
    assertSame(slow, choice.forFrames(9));
    choice.forFrames(1);
    for (int i = 0; i < 12_000 && choice.forFrames(1) == slow; i++) {
      Thread.sleep(10);
    }
    assertSame(fast, choice.forFrames(1));
  }

  @Test
  void lengthMustBeAPowerOfTwo() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> RealFft.ofLength(1000));
    assertEquals("length=1000 must be a power of two in [2, 1048576]", e.getMessage());
  }

  private static RealFft plain(int length) {
    return RealFft.ofLength(length, FftKernelChoice.always(new PlainFftKernel()));
  }

  private static float[] bothParts(RealFft fft, float[] frames) {
    int count = frames.length / fft.length();
    float[] real = new float[count * fft.bins()];
    float[] imaginary = new float[count * fft.bins()];
    fft.forward(frames, count, real, imaginary);
    float[] both = Arrays.copyOf(real, 2 * real.length);
    System.arraycopy(imaginary, 0, both, real.length, real.length);
    return both;
  }

  private static double[] definition(float[] frames, int start, int length, int bin) {
    double[] sum = new double[2];
    for (int n = 0; n < length; n++) {
      double angle = -2 * Math.PI * ((long) n * bin % length) / length;
      sum[0] += frames[start + n] * Math.cos(angle);
      sum[1] += frames[start + n] * Math.sin(angle);
    }
    return sum;
  }

  private static float[] noise(int length) {
    Random random = new Random(440);
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = 2 * random.nextFloat() - 1;
    }
    return values;
  }
}
