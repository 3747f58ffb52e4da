package io.auricle.dsp.resample;

/** One change of the sample rate within a {@link Resampler}; beyond its input lie zeros. */
interface ResamplerStage {
  /**
   * Takes as many samples as fit.
   *
   * @return how many were taken; 0 while there is output to {@link #read}
   */
  int write(float[] samples, int offset, int length);

  /**
   * Gives the samples that are ready.
   *
   * @return how many were given; 0 if more input is needed
   */
  int read(float[] buffer, int offset, int length);
}
