package io.auricle.feature.statistics;

import io.auricle.dsp.BinRows;
import io.auricle.dsp.ChromaFilterBank;
import io.auricle.dsp.Dct;
import io.auricle.dsp.Decibels;
import io.auricle.dsp.RealFft;
import io.auricle.feature.FrameBlocks;
import io.auricle.feature.WorkSpace;
import io.auricle.feature.frame.ContrastSeries;
import io.auricle.feature.frame.SpectralContrast;
import io.auricle.feature.pitch.Chroma;
import io.auricle.feature.rhythm.OnsetSeries;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.Tempo;

/**
 * The series of {@link Chin97Extractor} of a sound that comes in block by block, after a {@link
 * StatisticsSurvey} of it. Used by one call.
 */
final class Chin97Statistics implements FrameBlocks.Target {
  private static final int COEFFICIENTS = 20;
  private static final int BANDWIDTHS = 3;

  private final StatisticsLayout layout;
  private final ChromaFilterBank chromaBank;
  private final float floorDb;
  private final RealFft fft;
  private final Dct dct;
  private final float[] power;
  private final BinRows rows;
  private final float[] levels;
  private final float[] coefficients;
  private final float[] chroma;
  private final SampleShape samples;
  private final SpectralShape shape;
  private final ContrastSeries contrast;
  private final OnsetSeries onsets;

  private final MeanVariance[] rates = MeanVariance.series(2);
  private final MeanVariance[] shapes = MeanVariance.series(1 + BANDWIDTHS);
  private final MeanVariance[] contrasts;
  private final MeanVariance[] rolloffs = MeanVariance.series(1);
  private final MeanVariance[] cepstrum = MeanVariance.series(COEFFICIENTS);
  private final MeanVariance[] pitchClasses = MeanVariance.series(ChromaFilterBank.CLASSES);

  /** Begins the second look. */
  Chin97Statistics(StatisticsLayout layout, WorkSpace space, StatisticsSurvey survey) {
    int frames = FrameBlocks.FRAMES;
    int bands = layout.melBank().bands();
    int rate = layout.sampleRateHz();
    int frameLength = layout.frameLength();
    this.layout = layout;
    this.chromaBank = layout.chromaBank(survey.tuning());
    this.floorDb = survey.floorDb();
    this.fft = RealFft.ofLength(frameLength);
    this.dct = Dct.of(bands, COEFFICIENTS);
    this.power = space.floats(frames * layout.bins());
    this.rows = space.buffer(BinRows.class, () -> new BinRows(layout.bins()));
    this.levels = space.floats(frames * bands);
    this.coefficients = space.floats(frames * COEFFICIENTS);
    this.chroma = space.floats(frames * ChromaFilterBank.CLASSES);
    this.samples =
        space.buffer(SampleShape.class, () -> new SampleShape(frameLength, layout.hopLength()));
    this.shape =
        space.buffer(
            SpectralShape.class,
            () -> new SpectralShape(rate, frameLength, 0.85, BANDWIDTHS, frames));
    this.contrast = new ContrastSeries(SpectralContrast.DEFAULT, rate, frameLength);
    int shift = frameLength / (2 * layout.hopLength());
    this.onsets = new OnsetSeries(OnsetStrength.MEAN, bands, shift);
    this.contrasts = MeanVariance.series(SpectralContrast.DEFAULT.bands() + 1);
  }

  @Override
  public void accept(FrameBlocks.Block block) {
    fft.power(block.samples(), 0, layout.hopLength(), layout.window(), block.frames(), power);
    layout.melBank().apply(power, 0, block.frames(), levels, 0);
    measure(block, power, 0);
  }

  /** Takes a block whose spectra and mel powers are known, those of all frames of the sound. */
  void accept(FrameBlocks.Block block, float[] powers, float[] mel, int firstFrame) {
    int bands = layout.melBank().bands();
    System.arraycopy(mel, firstFrame * bands, levels, 0, block.frames() * bands);
    measure(block, powers, firstFrame * layout.bins());
  }

  private void measure(FrameBlocks.Block block, float[] powers, int from) {
    int frames = block.frames();
    samples.measure(block);
    rates[0].add(samples.zeroCrossingRates, 0, frames);
    rates[1].add(samples.rms, 0, frames);
    measureRows(powers, from, frames);
    shapes[0].add(shape.centroids, 0, frames);
    for (int i = 0; i < BANDWIDTHS; i++) {
      shapes[1 + i].add(shape.bandwidths[i], 0, frames);
    }
    rolloffs[0].add(shape.rolloffs, 0, frames);
    Chroma.scale(chroma, frames);
    addColumns(pitchClasses, chroma, frames);
    addLevels(frames);
  }

  /** What goes along rows of frames. */
  private void measureRows(float[] powers, int from, int frames) {
    for (int frame = 0; frame < frames; frame += BinRows.LANES) {
      int count = Math.min(BinRows.LANES, frames - frame);
      rows.load(powers, from + frame * layout.bins(), count);
      shape.measure(rows, frame);
      contrast.add(rows);
      chromaBank.apply(rows, chroma, frame * ChromaFilterBank.CLASSES);
    }
  }

  /** What comes of the mel powers. */
  private void addLevels(int frames) {
    Decibels.flooredFromPower(levels, frames * layout.melBank().bands(), floorDb);
    onsets.add(levels, frames);
    dct.apply(levels, frames, coefficients);
    addColumns(cepstrum, coefficients, frames);
  }

  private static void addColumns(MeanVariance[] columns, float[] values, int frames) {
    for (int i = 0; i < columns.length; i++) {
      columns[i].add(values, i, frames * columns.length, columns.length);
    }
  }

  /** All columns behind those of the samples, once all blocks have come. */
  void addTo(StatisticsRow row) {
    row.addMeansAndDeviations(rates);
    row.add(Tempo.DEFAULT.of(onsets.strength(), layout.sampleRateHz(), layout.hopLength()));
    row.addMeansAndDeviations(shapes);
    contrast.finish(values -> addColumns(contrasts, values, values.length / contrasts.length));
    row.addMeansThenDeviations(contrasts);
    row.addMeansAndDeviations(rolloffs);
    row.addMeansThenDeviations(cepstrum);
    row.addMeansThenDeviations(pitchClasses);
  }
}
