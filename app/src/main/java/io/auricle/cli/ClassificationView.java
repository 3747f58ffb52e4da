package io.auricle.cli;

import io.auricle.predict.LabelScore;
import java.util.ArrayList;
import java.util.List;

/**
 * How much of a prediction is written.
 *
 * @param top number of labels, best first
 * @param segments whether the segments are written, too
 * @param tags whether the model's labels are tags, each of which is given or not
 */
record ClassificationView(int top, boolean segments, boolean tags) {
  /** The labels that are written: the best ones, and of tags all that are given. */
  List<LabelScore> of(List<LabelScore> labels) {
    List<LabelScore> shown = new ArrayList<>(labels.subList(0, Math.min(top, labels.size())));
    labels.stream().skip(top).filter(label -> tags && label.given()).forEach(shown::add);
    return shown;
  }
}
