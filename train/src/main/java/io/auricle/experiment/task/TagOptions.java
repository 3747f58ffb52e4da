package io.auricle.experiment.task;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.tag.TagSampling;
import org.jspecify.annotations.Nullable;

/**
 * How tags are learned, of which a track has any number.
 *
 * @param cleanUp file that says which tags are dropped and merged; all as they are if left out
 * @param learn what of each tag is learned; whether it is there if left out
 * @param sampling how rare tags are drawn more often; not at all if left out
 * @param positiveWeight how far it counts more in the loss of a network that a rare tag is there
 *     than that it is not, in [0, 1]; 0 if left out
 * @param threshold from which score on every tag is given, in [0, 1]; if left out, it is chosen for
 *     each on the validation part
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TagOptions(
    @Nullable String cleanUp,
    Learn learn,
    @Nullable TagSampling sampling,
    Double positiveWeight,
    @Nullable Double threshold) {
  /** Tags as they are. */
  public static final TagOptions PLAIN = new TagOptions(null, Learn.TAGS, null, 0.0, null);

  /** What of a tag is learned. */
  public enum Learn {
    /** Whether it is there. */
    TAGS,
    /** The share of listeners that gave it, where a data set has shares. */
    SHARES
  }

  public TagOptions {
    learn = learn == null ? Learn.TAGS : learn;
    positiveWeight = positiveWeight == null ? 0.0 : positiveWeight;
    if (!(positiveWeight >= 0 && positiveWeight <= 1)) {
      throw new IllegalArgumentException("positiveWeight=" + positiveWeight + " must be in [0, 1]");
    }
    if (threshold != null && !(threshold >= 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold=" + threshold + " must be in [0, 1]");
    }
  }
}
