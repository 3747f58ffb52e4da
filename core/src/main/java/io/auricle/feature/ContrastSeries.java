package io.auricle.feature;

import io.auricle.dsp.Decibels;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@link SpectralContrast} of frames that come in block by block. As levels are relative to the
 * highest of all, peaks and valleys are kept to the end: 8 bytes a band and frame. Used by one
 * call.
 */
final class ContrastSeries {
  private final int bins;
  private final List<SpectralContrast.Band> bands;
  private final List<Extremes> extremes;
  private final List<Block> blocks = new ArrayList<>();
  private float highestPeak;
  private float highestValley;

  /** {@code [frames][bands]} each; the peaks become the contrast. */
  private static final class Block {
    final float[] peaks;
    final float[] valleys;

    Block(int size) {
      this.peaks = new float[size];
      this.valleys = new float[size];
    }
  }

  /** Receives the contrast of some frames. */
  interface Target {
    /** Takes the next frames, {@code [frames][bands]} in dB. */
    void accept(float[] contrast);
  }

  ContrastSeries(SpectralContrast options, int sampleRateHz, int frameLength) {
    this.bins = frameLength / 2 + 1;
    this.bands = options.layout(sampleRateHz, frameLength);
    this.extremes =
        bands.stream().map(band -> new Extremes(band.to() - band.from(), band.kept())).toList();
  }

  /** Adds frames, {@code [frames][bins]}, that begin at {@code from}. */
  void add(float[] powers, int from, int frames) {
    int columns = bands.size();
    Block block = new Block(frames * columns);
    for (int b = 0; b < columns; b++) {
      SpectralContrast.Band band = bands.get(b);
      Extremes ofBand = extremes.get(b);
      for (int frame = 0; frame < frames; frame++) {
        ofBand.measure(powers, from + frame * bins + band.from());
        highestPeak = Math.max(highestPeak, ofBand.highest);
        highestValley = Math.max(highestValley, ofBand.lowest);
        block.peaks[frame * columns + b] = ofBand.highest;
        block.valleys[frame * columns + b] = ofBand.lowest;
      }
    }
    blocks.add(block);
  }

  /** Gives the contrast of all frames, block by block, once. */
  void finish(Target target) {
    float peakFloor = SpectralContrast.floorDb(highestPeak);
    float valleyFloor = SpectralContrast.floorDb(highestValley);
    for (Block block : blocks) {
      float[] peaks = block.peaks;
      float[] valleys = block.valleys;
      Decibels.flooredFromPower(peaks, peaks.length, peakFloor);
      Decibels.flooredFromPower(valleys, valleys.length, valleyFloor);
      for (int i = 0; i < peaks.length; i++) {
        peaks[i] -= valleys[i];
      }
      target.accept(peaks);
    }
    blocks.clear();
  }
}
