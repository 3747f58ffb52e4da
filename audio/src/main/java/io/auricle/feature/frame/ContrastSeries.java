package io.auricle.feature.frame;

import io.auricle.dsp.BinRows;
import io.auricle.dsp.Decibels;
import io.auricle.dsp.Extremes;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@link SpectralContrast} of frames that come in block by block. As levels are relative to the
 * highest of all, peaks and valleys are kept to the end: 8 bytes a band and frame. Used by one
 * call.
 */
public final class ContrastSeries {
  private final List<Extremes> bands;
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
  public interface Target {
    /** Takes the next frames, {@code [frames][bands]} in dB. */
    void accept(float[] contrast);
  }

  /**
   * A series before its first frame.
   *
   * @throws IllegalArgumentException if the highest band begins above the Nyquist frequency or a
   *     band holds no bin
   */
  public ContrastSeries(SpectralContrast options, int sampleRateHz, int frameLength) {
    this.bands =
        options.layout(sampleRateHz, frameLength).stream()
            .map(band -> new Extremes(band.from(), band.to(), band.kept()))
            .toList();
  }

  /** Adds the frames held. */
  public void add(BinRows powers) {
    int columns = bands.size();
    int frames = powers.frames();
    Block block = new Block(frames * columns);
    for (int b = 0; b < columns; b++) {
      Extremes band = bands.get(b);
      band.measure(powers);
      float[] highest = band.highest();
      float[] lowest = band.lowest();
      for (int frame = 0; frame < frames; frame++) {
        highestPeak = Math.max(highestPeak, highest[frame]);
        highestValley = Math.max(highestValley, lowest[frame]);
        block.peaks[frame * columns + b] = highest[frame];
        block.valleys[frame * columns + b] = lowest[frame];
      }
    }
    blocks.add(block);
  }

  /** Gives the contrast of all frames, block by block, once. */
  public void finish(Target target) {
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
