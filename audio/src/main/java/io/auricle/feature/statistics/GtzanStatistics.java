package io.auricle.feature.statistics;

import io.auricle.dsp.BinRows;
import io.auricle.dsp.ChromaFilterBank;
import io.auricle.dsp.Dct;
import io.auricle.dsp.Decibels;
import io.auricle.dsp.RealFft;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FrameBlocks;
import io.auricle.feature.WorkSpace;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.rhythm.OnsetSeries;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.separation.HarmonicStream;

/**
 * The statistics of a sound that comes in block by block, after a {@link StatisticsSurvey} of it.
 * Used by one call.
 */
final class GtzanStatistics implements FrameBlocks.Target {
  static final int COEFFICIENTS = 20;

  private final StatisticsLayout layout;
  private final ChromaFilterBank chromaBank;
  private final float floorDb;
  private final RealFft fft;
  private final HarmonicStream parts;
  private final BinRows rows;
  private final float[] chroma;
  private final float[] levels;
  private final float[] coefficients;
  private final Dct dct;
  private final SpectralShape shape;
  private final SampleShape samples;
  private final OnsetSeries onsets;
  private final MeanVariance[] series = MeanVariance.series(8 + COEFFICIENTS);
  private long skipped;
  private long left;

  /**
   * Begins the second look.
   *
   * @param length samples of the sound
   * @param aggregate of the onset strength
   */
  GtzanStatistics(
      StatisticsLayout layout,
      WorkSpace space,
      StatisticsSurvey survey,
      long length,
      OnsetStrength.Aggregate aggregate) {
    this.layout = layout;
    this.chromaBank = layout.chromaBank(survey.tuning());
    this.floorDb = survey.floorDb();
    this.fft = RealFft.ofLength(layout.frameLength());
    this.parts =
        new HarmonicStream(layout.frameLength(), layout.hopLength(), space, this::addParts);
    int frames = FrameBlocks.FRAMES;
    int bands = layout.melBank().bands();
    this.rows = space.buffer(BinRows.class, () -> new BinRows(layout.bins()));
    this.chroma = space.floats(frames * ChromaFilterBank.CLASSES);
    this.levels = space.floats(frames * bands);
    this.coefficients = space.floats(frames * COEFFICIENTS);
    this.dct = Dct.of(bands, COEFFICIENTS);
    this.shape =
        space.buffer(
            SpectralShape.class,
            () -> new SpectralShape(layout.sampleRateHz(), layout.frameLength(), 0.85, 1, frames));
    this.samples =
        space.buffer(
            SampleShape.class, () -> new SampleShape(layout.frameLength(), layout.hopLength()));
    int shift = layout.frameLength() / (2 * layout.hopLength());
    this.onsets = new OnsetSeries(new OnsetStrength(aggregate), bands, shift);
    this.skipped = layout.frameLength() / 2;
    this.left = length;
  }

  @Override
  public void accept(FrameBlocks.Block block) {
    int frames = block.frames();
    int at = parts.free();
    int bins = layout.bins();
    float[] real = parts.real();
    float[] imaginary = parts.imaginary();
    float[] power = parts.power();
    fft.forward(block.samples(), layout.hopLength(), layout.window(), frames, real, imaginary, at);
    for (int i = at; i < at + frames * bins; i++) {
      power[i] = real[i] * real[i] + imaginary[i] * imaginary[i];
    }
    for (int frame = 0; frame < frames; frame += BinRows.LANES) {
      rows.load(power, at + frame * bins, Math.min(BinRows.LANES, frames - frame));
      shape.measure(rows, frame);
      chromaBank.apply(rows, chroma, frame * ChromaFilterBank.CLASSES);
    }
    Chroma.scale(chroma, frames);
    series[0].add(chroma, 0, frames * ChromaFilterBank.CLASSES);
    samples.measure(block);
    series[1].add(samples.rms, 0, frames);
    series[2].add(shape.centroids, 0, frames);
    series[3].add(shape.bandwidths[0], 0, frames);
    series[4].add(shape.rolloffs, 0, frames);
    series[5].add(samples.zeroCrossingRates, 0, frames);
    addLevels(power, at, frames);
    parts.advance(block);
  }

  private void addLevels(float[] power, int at, int frames) {
    int bands = layout.melBank().bands();
    layout.melBank().apply(power, at, frames, levels, 0);
    Decibels.flooredFromPower(levels, frames * bands, floorDb);
    onsets.add(levels, frames);
    dct.apply(levels, frames, coefficients);
    for (int i = 0; i < COEFFICIENTS; i++) {
      series[8 + i].add(coefficients, i, frames * COEFFICIENTS, COEFFICIENTS);
    }
  }

  /** The first half frame lies before the sound, and what the last frames have beyond it behind. */
  private void addParts(float[] harmonic, float[] percussive, int count) {
    int from = (int) Math.min(skipped, count);
    int to = (int) Math.min(count, from + left);
    skipped -= from;
    left -= to - from;
    series[6].add(harmonic, from, to);
    series[7].add(percussive, from, to);
  }

  /** The eight series before the tempo, in the order of the columns. */
  void addSeries(StatisticsRow row) {
    for (int i = 0; i < 8; i++) {
      row.addMeanAndVariance(series[i]);
    }
  }

  /** The coefficients. */
  void addCoefficients(StatisticsRow row) {
    for (int i = 0; i < COEFFICIENTS; i++) {
      row.addMeanAndVariance(series[8 + i]);
    }
  }

  /** {@code [frames][1]}, once all blocks have come. */
  FeatureMatrix onsets() {
    return onsets.strength();
  }
}
