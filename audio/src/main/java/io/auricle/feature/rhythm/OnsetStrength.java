package io.auricle.feature.rhythm;

import io.auricle.dsp.Selection;
import io.auricle.feature.Analysis;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.SharedLayer;
import io.auricle.feature.Spectrum;

/**
 * How strongly each frame begins something new, {@code [frames][1]} in dB: the rise of the {@link
 * io.auricle.feature.frame.MelLevels} from frame to frame, falls counting as 0, put together over
 * the bands, as {@code librosa.onset.onset_strength} (Böck and Widmer 2013). Values stand at the
 * centre of the frame that rises; the first {@code 1 + frameLength / (2 hopLength)} are 0.
 *
 * @param aggregate how bands are put together
 */
public record OnsetStrength(Aggregate aggregate) implements SharedLayer.Key<OnsetSeries> {
  /** librosa's default, for tempograms. */
  public static final OnsetStrength MEAN = new OnsetStrength(Aggregate.MEAN);

  /** What {@code librosa.beat.beat_track} listens to. */
  public static final OnsetStrength MEDIAN = new OnsetStrength(Aggregate.MEDIAN);

  /** Ways to put bands together. */
  public enum Aggregate {
    /** The mean, librosa's default. */
    MEAN,
    /** The median, which beat tracking uses: a rise in few bands is none. */
    MEDIAN
  }

  /** The onset strength of a spectrum with librosa's default mel spectrogram. */
  public FeatureMatrix of(Spectrum spectrum) {
    return new Onsets(aggregate).of(spectrum);
  }

  @Override
  public OnsetSeries layer(Analysis sound) {
    sound.grid().checkCentred();
    return new OnsetSeries(sound, this);
  }

  /** One frame's strength; the order of its rises is lost. */
  float ofRises(float[] rises) {
    return aggregate == Aggregate.MEAN ? mean(rises) : median(rises);
  }

  private static float mean(float[] rises) {
    double sum = 0;
    for (float rise : rises) {
      sum += rise;
    }
    return (float) (sum / rises.length);
  }

  /** Falls, all 0, are often the greater half; only the rises are looked through. */
  private static float median(float[] rises) {
    int above = 0;
    for (int i = 0; i < rises.length; i++) {
      float rise = rises[i];
      if (rise > 0) {
        rises[i] = 0;
        rises[above++] = rise;
      }
    }
    int zeros = rises.length - above;
    int lower = (rises.length - 1) / 2 - zeros;
    int upper = rises.length / 2 - zeros;
    if (upper < 0) {
      return 0;
    }
    float high = Selection.smallest(rises, above, upper);
    if (lower == upper) {
      return high;
    }
    float low = 0;
    for (int i = 0; i < upper; i++) {
      low = Math.max(low, rises[i]);
    }
    return (low + high) / 2;
  }
}
