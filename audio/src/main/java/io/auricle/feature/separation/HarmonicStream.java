package io.auricle.feature.separation;

import io.auricle.dsp.MedianFilter;
import io.auricle.dsp.fft.OverlapAdd;
import io.auricle.dsp.fft.Window;
import io.auricle.feature.FrameBlock;
import io.auricle.feature.Spectra;
import io.auricle.feature.WorkSpace;

/**
 * The harmonic part of {@link Hpss#DEFAULT} of a sound whose spectra come in block by block: a
 * frame waits for the 15 that follow it, so that the result is that of the whole sound. The
 * percussive part is the rest, as the default masks add up to 1. Used by one call.
 */
final class HarmonicStream implements Spectra.Room {
  private static final int WIDTH = Hpss.DEFAULT.harmonicFrames();
  private static final int MARGIN = WIDTH / 2;

  /** Less than any power that can be heard, so that silence is shared without a division by 0. */
  private static final float TINY = 1e-36f;

  private final int bins;
  private final int hopLength;
  private final Target target;
  private final OverlapAdd inverse;
  private final MedianFilter alongTime;
  private final MedianFilter alongFrequency;

  /** {@code [rows][bins]}: the frames that wait and those before them that are neighbours. */
  private final float[] real;

  private final float[] imaginary;
  private final float[] power;
  private int rows;
  private int firstWaiting;

  /** Frames that the next block has no use for; till then others may read this one's. */
  private int done;

  private final float[] work;
  private final float[] harmonic;
  private final float[] percussive;

  /** The sound from the first frame's first sample on, as far as it is not given away. */
  private final float[] sound;

  private int soundLength;
  private final float[] harmonicSound;

  /** Receives the sound's parts. */
  interface Target {
    /**
     * Takes the next samples of both parts.
     *
     * @param count number of samples, the first at index 0 of both arrays
     */
    void accept(float[] harmonic, float[] percussive, int count);
  }

  /**
   * Separates a sound.
   *
   * @param frameLength samples a frame, a power of two
   * @param hopLength samples between frames, in [1, frameLength / 2]
   * @param space lends the buffers until it is closed
   * @param target takes both parts, as far as they are known
   */
  HarmonicStream(int frameLength, int hopLength, WorkSpace space, Target target) {
    this.bins = frameLength / 2 + 1;
    this.hopLength = hopLength;
    this.target = target;
    int most = FrameBlock.FRAMES + MARGIN;
    this.inverse = new OverlapAdd(frameLength, hopLength, Window.HANN);
    this.alongTime = space.buffer(MedianFilter.class, () -> new MedianFilter(WIDTH));
    int percussiveBins = Hpss.DEFAULT.percussiveBins();
    this.alongFrequency = space.buffer(MedianFilter.class, () -> new MedianFilter(percussiveBins));
    int size = (most + MARGIN) * bins;
    this.real = space.floats(size);
    this.imaginary = space.floats(size);
    this.power = space.floats(size);
    this.work = space.floats(most * bins);
    this.harmonic = space.floats(most * bins);
    this.percussive = space.floats(most * bins);
    this.sound = space.floats((most + FrameBlock.FRAMES) * hopLength + frameLength);
    this.harmonicSound = space.floats(Math.max(most * hopLength, frameLength));
  }

  /** Where the next block's spectra belong: the first free row's first value. */
  @Override
  public int free() {
    if (done > 0) {
      drop(done);
      done = 0;
    }
    return rows * bins;
  }

  /** Real parts of the spectra, {@code [rows][bins]}, to be written from {@link #free} on. */
  @Override
  public float[] real() {
    return real;
  }

  /** Imaginary parts, as {@link #real}. */
  @Override
  public float[] imaginary() {
    return imaginary;
  }

  /** Powers of the spectra, as {@link #real}. */
  @Override
  public float[] power() {
    return power;
  }

  /** Goes on once a block's spectra and powers have been written to the free rows. */
  void advance(FrameBlock block) {
    rows += block.frames();
    int samples = block.frames() * hopLength;
    System.arraycopy(block.samples(), 0, sound, soundLength, samples);
    soundLength += samples;
    int end = block.last() ? rows : rows - MARGIN;
    if (end > firstWaiting) {
      restore(firstWaiting, end);
      done = end;
    }
    if (block.last()) {
      inverse.finish(harmonicSound);
      int rest = 2 * (bins - 1) - hopLength;
      System.arraycopy(block.samples(), samples, sound, soundLength, rest);
      give(rest);
    }
  }

  private void restore(int from, int to) {
    int count = (to - from) * bins;
    int offset = from * bins;
    // Medians of powers are powers of medians, so no magnitudes are needed.
    alongTime.alongFrames(power, rows, bins, from, to, harmonic);
    System.arraycopy(power, offset, work, 0, count);
    alongFrequency.alongColumns(work, to - from, bins, percussive);
    share(harmonic, percussive, count);
    // Copied, as HotSpot vectorises loops over arrays only where all have the same index.
    System.arraycopy(real, offset, work, 0, count);
    System.arraycopy(imaginary, offset, percussive, 0, count);
    weigh(work, harmonic, count);
    weigh(percussive, harmonic, count);
    inverse.add(work, percussive, to - from, harmonicSound);
    give((to - from) * hopLength);
  }

  // A method for each loop: the compiler takes a method with several loops anew for each of them.

  /** Turns harmonic medians into masks. */
  private static void share(float[] harmonic, float[] percussive, int count) {
    for (int i = 0; i < count; i++) {
      harmonic[i] = (harmonic[i] + TINY) / (harmonic[i] + percussive[i] + 2 * TINY);
    }
  }

  private static void weigh(float[] values, float[] factors, int count) {
    for (int i = 0; i < count; i++) {
      values[i] *= factors[i];
    }
  }

  private void give(int count) {
    for (int i = 0; i < count; i++) {
      work[i] = sound[i] - harmonicSound[i];
    }
    target.accept(harmonicSound, work, count);
    soundLength = Math.max(0, soundLength - count);
    System.arraycopy(sound, count, sound, 0, soundLength);
  }

  /** Drops the frames that are no more neighbours of those to come. */
  private void drop(int end) {
    int gone = Math.max(0, end - MARGIN);
    int kept = (rows - gone) * bins;
    System.arraycopy(real, gone * bins, real, 0, kept);
    System.arraycopy(imaginary, gone * bins, imaginary, 0, kept);
    System.arraycopy(power, gone * bins, power, 0, kept);
    rows -= gone;
    firstWaiting = end - gone;
  }
}
