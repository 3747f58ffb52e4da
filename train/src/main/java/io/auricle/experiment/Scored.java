package io.auricle.experiment;

import io.auricle.split.Part;
import java.util.List;

/**
 * A track and what a model says of it.
 *
 * @param dataset of its source
 * @param id in the source
 * @param group artist or track
 * @param part which part it is in
 * @param label index of the true label
 * @param scores in the order of the labels
 */
record Scored(String dataset, String id, String group, Part part, int label, List<Double> scores) {
  Scored {
    scores = List.copyOf(scores);
  }

  /** The same as a track of another data set, its id still unique. */
  Scored of(String other) {
    return new Scored(other, dataset + "/" + id, group, part, label, scores);
  }

  Scored in(Part other) {
    return new Scored(dataset, id, group, other, label, scores);
  }

  Scored withScores(List<Double> others) {
    return new Scored(dataset, id, group, part, label, others);
  }
}
