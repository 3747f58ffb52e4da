package io.auricle.dsp.fft;

/** Does everything several times. */
record SlowFftKernel(FftKernel kernel) implements FftKernel {

  @Override
  public String name() {
    return "slow";
  }

  @Override
  public void radix4(float[] x, float[] y, int length, int stride, float[] twiddles) {
    for (int i = 0; i < 50; i++) {
      kernel.radix4(x, y, length, stride, twiddles);
    }
  }

  @Override
  public void radix2(float[] x, float[] y, int stride) {
    kernel.radix2(x, y, stride);
  }

  @Override
  public void unpack(float[] z, int half, float[] twiddles, float[] turns) {
    kernel.unpack(z, half, twiddles, turns);
  }

  @Override
  public void join(float[] z, int half, float[] real, float[] imaginary, int at) {
    kernel.join(z, half, real, imaginary, at);
  }
}
