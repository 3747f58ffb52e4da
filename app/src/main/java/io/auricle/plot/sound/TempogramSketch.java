package io.auricle.plot.sound;

import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.Spectrum;
import io.auricle.feature.rhythm.OnsetStrength;
import io.auricle.feature.rhythm.Tempogram;
import io.auricle.plot.Axis;
import io.auricle.plot.ColourMap;
import io.auricle.plot.Picture;
import io.auricle.plot.PictureLayout;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Correlation of the onsets of eight seconds with themselves, by tempo. */
final class TempogramSketch implements Sketch {
  private static final double WINDOW_SECONDS = 8;
  private static final double LOWEST_BPM = 30;
  private static final double HIGHEST_BPM = 400;

  /** Frames whose correlations are held at a time. */
  private static final int PART = 4096;

  private float[] onsets = new float[1024];
  private int frames;
  private int rateHz;

  @Override
  public void add(SoundBlock block) {
    rateHz = block.signal().sampleRateHz();
    FeatureMatrix strength =
        OnsetStrength.MEAN.of(Spectrum.of(block.signal(), SoundBlock.FRAME_LENGTH, SoundBlock.HOP));
    int needed = frames + block.frames();
    if (needed > onsets.length) {
      onsets = Arrays.copyOf(onsets, Math.max(needed, onsets.length * 3 / 2));
    }
    for (int i = 0; i < block.frames(); i++) {
      onsets[frames++] = strength.at(block.first() + i, 0);
    }
  }

  @Override
  public Picture picture(String name, Axis time, PictureLayout layout) {
    double bpmAtLagOne = 60.0 * rateHz / SoundBlock.HOP;
    double octaves = Math.log(HIGHEST_BPM / LOWEST_BPM);
    List<Axis.Tick> ticks = new ArrayList<>();
    for (int bpm : new int[] {30, 45, 60, 90, 120, 180, 240, 360}) {
      ticks.add(new Axis.Tick(Math.log(bpm / LOWEST_BPM) / octaves, Integer.toString(bpm)));
    }
    Columns correlations = correlations();
    return new Picture(
        name + " \u2013 tempogram",
        new Field(correlations, correlations.means(), 0, 1, ColourMap.SEQUENTIAL)
            .image(y -> bpmAtLagOne / (LOWEST_BPM * Math.exp(y * octaves)), layout),
        time,
        new Axis("tempo (BPM)", ticks),
        Optional.of(Axis.linear("correlation", 0, 1, 5)),
        ColourMap.SEQUENTIAL);
  }

  private Columns correlations() {
    int lags = Math.max(2, (int) (WINDOW_SECONDS * rateHz / SoundBlock.HOP));
    Tempogram tempogram = new Tempogram(lags);
    Columns columns = new Columns(lags);
    for (int from = 0; from < frames; from += PART) {
      int count = Math.min(PART, frames - from);
      // With the neighbours that the windows reach to.
      int begin = Math.max(0, from - lags);
      int end = Math.min(frames, from + count + lags);
      float[] part = Arrays.copyOfRange(onsets, begin, end);
      columns.add(tempogram.of(FeatureMatrix.of(part.length, 1, part)), from - begin, count);
    }
    return columns;
  }
}
