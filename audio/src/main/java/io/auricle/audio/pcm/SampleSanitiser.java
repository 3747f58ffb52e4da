package io.auricle.audio.pcm;

import java.util.List;

/** Makes floats samples: nothing that is not finite, nothing that would overflow. */
final class SampleSanitiser {
  private long replaced;
  private long clamped;

  /** Changes what is no sample, in place. */
  void sanitise(float[] values, int from, int to) {
    for (int i = from; i < to; i++) {
      float value = values[i];
      // Also false for NaN.
      if (!(Math.abs(value) <= PcmStream.MAX_AMPLITUDE)) {
        if (Float.isFinite(value)) {
          values[i] = Math.copySign(PcmStream.MAX_AMPLITUDE, value);
          clamped++;
        } else {
          values[i] = 0;
          replaced++;
        }
      }
    }
  }

  /** Says what was changed, if anything was. */
  void addWarnings(List<String> warnings) {
    if (replaced > 0) {
      warnings.add(replaced + " samples that are not finite numbers were replaced by 0");
    }
    if (clamped > 0) {
      warnings.add(
          clamped + " samples were clamped to an amplitude of " + (int) PcmStream.MAX_AMPLITUDE);
    }
  }
}
