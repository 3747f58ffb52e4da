package io.auricle.experiment.task;

import io.auricle.split.Part;
import java.util.List;

/**
 * A track and what a model says of it.
 *
 * @param dataset of its source
 * @param id in the source
 * @param group artist or track
 * @param part which part it is in
 * @param answer what is true of it
 * @param scores in the order of the labels
 */
public record Scored(
    String dataset, String id, String group, Part part, Answer answer, List<Double> scores) {
  public Scored {
    scores = List.copyOf(scores);
  }

  /** The index of the only label. */
  public int label() {
    return answer.label();
  }

  /** The scores as numbers. */
  public double[] values() {
    return scores.stream().mapToDouble(score -> score).toArray();
  }

  /** The same as a track of another data set, its id still unique. */
  Scored of(String other) {
    return new Scored(other, dataset + "/" + id, group, part, answer, scores);
  }

  /** The same in another part. */
  public Scored in(Part other) {
    return new Scored(dataset, id, group, other, answer, scores);
  }

  /** The same with other scores. */
  public Scored withScores(List<Double> others) {
    return new Scored(dataset, id, group, part, answer, others);
  }
}
