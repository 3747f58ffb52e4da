package io.auricle.experiment.source;

import io.auricle.audio.Signal;
import io.auricle.dsp.PhaseVocoder;
import io.auricle.neural.option.AudioChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One change of pitch and tempo.
 *
 * @param semitones up
 * @param tempo factor; 2 is twice as fast
 */
record AudioChange(double semitones, double tempo) {
  static final AudioChange NONE = new AudioChange(0, 1);

  /**
   * The changes of a track's variants. They depend on its id alone, so that runs with other seeds
   * find them in the cache; which of them is drawn when is the seed's affair.
   */
  static List<AudioChange> of(AudioChanges options, String track) {
    List<AudioChange> changes = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(track.hashCode());
    for (int i = 0; i < options.variants(); i++) {
      double semitones = options.semitones() * (2 * random.nextDouble() - 1);
      double tempo = Math.pow(1 + options.tempo(), 2 * random.nextDouble() - 1);
      changes.add(new AudioChange(semitones, tempo));
    }
    return changes;
  }

  /** The changed clip. */
  Signal of(Signal clip) {
    if (equals(NONE)) {
      return clip;
    }
    int rate = clip.sampleRateHz();
    return Signal.of(PhaseVocoder.shift(clip.toArray(), rate, semitones, tempo), rate);
  }
}
