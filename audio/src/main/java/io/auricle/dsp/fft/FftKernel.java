package io.auricle.dsp.fft;

/**
 * The inner loops of {@link RealFft}. Every implementation does the same operations on the same
 * numbers in the same order (so none may fuse a multiplication with an addition): results are equal
 * to the last bit, and it does not matter which one runs.
 *
 * <p>The loops work on blocks of {@value #LANES} complex numbers, {@value #BLOCK} floats: the real
 * parts of all lanes, then the imaginary parts. A lane is a transform of its own.
 */
interface FftKernel {
  /** Transforms side by side in a block. */
  int LANES = 8;

  /** Floats of a block. */
  int BLOCK = 2 * LANES;

  /** What the loops are made of, for reports. */
  String name();

  /**
   * One radix-4 pass of Stockham's transform: {@code x} to {@code y}, for sub-transforms of {@code
   * length} blocks at distance {@code stride}.
   *
   * @param twiddles for each p below {@code length / 4}: cosine and sine of p, 2p and 3p
   */
  void radix4(float[] x, float[] y, int length, int stride, float[] twiddles);

  /** The last pass where the number of points is not a power of four. */
  void radix2(float[] x, float[] y, int stride);

  /**
   * Turns the transforms of {@code half} packed pairs of samples into those of the samples, bins 0
   * to {@code half}, and turns the lanes by their offset in the whole transform.
   *
   * @param z {@code half} blocks; receives {@code half + 1} blocks
   * @param twiddles {@code half / 2 + 1} pairs of cosine and sine
   * @param turns {@code half + 1} blocks
   */
  void unpack(float[] z, int half, float[] twiddles, float[] turns);

  /**
   * Joins the lanes: butterflies of eight across the lanes of {@code half + 1} blocks, to {@code 8
   * half + 1} bins.
   *
   * @param z the blocks; destroyed
   */
  void join(float[] z, int half, float[] real, float[] imaginary, int at);
}
