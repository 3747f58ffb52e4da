package io.auricle.feature.custom;

import io.auricle.audio.Signal;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.FrameOptions;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A set put together by its user: features of the same frames side by side, either a row a frame,
 * or one row of statistics.
 *
 * @param name for people
 * @param frames how signals are cut
 * @param parts in the order of their columns; all with statistics or all without
 */
public record CustomOptions(String name, FrameOptions frames, List<FeaturePart> parts)
    implements FeatureOptions {

  /**
   * @throws IllegalArgumentException if there are no parts, only some have statistics, two columns
   *     have the same name, or a feature does not go with the frames
   */
  public CustomOptions {
    parts = List.copyOf(parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("parts=[] must name at least one feature");
    }
    boolean sums = parts.stream().anyMatch(FeaturePart::isSummedUp);
    for (FeaturePart part : parts) {
      if (part.isSummedUp() != sums) {
        throw new IllegalArgumentException(
            "statistics must be given for all features, for one row a signal, or for none");
      }
      if (!sums && part.feature().rows() == FrameFeature.Rows.SAMPLE) {
        throw new IllegalArgumentException(
            "statistics must be given for hpss, which has a row a sample");
      }
    }
    Set<String> seen = new HashSet<>();
    for (String column : SideBySide.columns(frames.grid(), parts)) {
      if (!seen.add(column)) {
        throw new IllegalArgumentException("column " + column + " must be there once");
      }
    }
    // Options that do not go with the frames show with the shortest sound, before work starts.
    Signal shortest = Signal.of(new float[1], frames.sampleRateHz());
    parts.forEach(part -> part.feature().of(shortest, frames));
  }

  @Override
  public String set() {
    return "custom";
  }

  @Override
  public int sampleRateHz() {
    return frames.sampleRateHz();
  }

  @Override
  public FeatureExtractor extractor() {
    return SideBySide.extractor(this, frames.grid(), parts);
  }
}
