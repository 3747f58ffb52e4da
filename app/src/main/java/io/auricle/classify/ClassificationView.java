package io.auricle.classify;

import io.auricle.predict.LabelScore;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a prediction is written.
 *
 * @param top number of labels, best first
 * @param segments whether the segments are written, too
 * @param embedding whether what the model's network makes of the track is written, too
 * @param tags whether the model's labels are tags, each of which is given or not
 */
public record ClassificationView(int top, boolean segments, boolean embedding, boolean tags) {
  /**
   * @throws IllegalArgumentException if {@code top} is below 1
   */
  public ClassificationView {
    if (top < 1) {
      throw new IllegalArgumentException("top=" + top + " must be at least 1");
    }
  }

  /** The same for a model of tags or of labels. */
  public ClassificationView withTags(boolean others) {
    return new ClassificationView(top, segments, embedding, others);
  }

  /** The labels that are written: the best ones, and of tags all that are given. */
  public List<LabelScore> of(List<LabelScore> labels) {
    List<LabelScore> shown = new ArrayList<>(labels.subList(0, Math.min(top, labels.size())));
    labels.stream().skip(top).filter(label -> tags && label.given()).forEach(shown::add);
    return shown;
  }
}
