package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.util.List;

/**
 * Vectors with any number of tags each, to learn from.
 *
 * @param tags their names; of each there is an example with it and one without
 * @param examples all of the same number of columns
 */
public record TagSet(List<String> tags, List<Vector> examples) {
  /**
   * One vector.
   *
   * @param group what is not torn apart by cross-validation: the artist, or the track
   * @param shares how far each tag is there, in [0, 1], for models that learn that
   * @param given whether each tag counts as there
   * @param values one row
   */
  public record Vector(
      String group, List<Double> shares, List<Boolean> given, FeatureMatrix values) {
    public Vector {
      shares = List.copyOf(shares);
      given = List.copyOf(given);
      if (shares.size() != given.size()) {
        throw new IllegalArgumentException(
            "shares=%s must be as many as given=%s".formatted(shares, given));
      }
    }
  }

  public TagSet {
    tags = List.copyOf(tags);
    examples = List.copyOf(examples);
    for (int i = 0; i < tags.size(); i++) {
      int tag = i;
      long there = examples.stream().filter(example -> example.given().get(tag)).count();
      if (there == 0 || there == examples.size()) {
        throw new IllegalArgumentException(
            "tag=%s must have examples with it and without to learn from; %d of %d have it"
                .formatted(tags.get(tag), there, examples.size()));
      }
    }
  }

  /** Whether more than the presence of tags is known: shares that are neither 0 nor 1. */
  public boolean soft() {
    return examples.stream()
        .anyMatch(example -> example.shares().stream().anyMatch(s -> s != 0 && s != 1));
  }

  /** Whether a tag counts as there for each example. */
  public boolean[] sides(int tag) {
    boolean[] sides = new boolean[examples.size()];
    for (int e = 0; e < sides.length; e++) {
      sides[e] = examples.get(e).given().get(tag);
    }
    return sides;
  }

  /** How far a tag is there for each example. */
  public double[] shares(int tag) {
    return examples.stream().mapToDouble(example -> example.shares().get(tag)).toArray();
  }

  /** One tag against its absence: label 1 is the tag. */
  public TrainingSet binary(int tag) {
    return new TrainingSet(
        List.of("no " + tags.get(tag), tags.get(tag)),
        examples.stream()
            .map(e -> new TrainingSet.Vector(e.group(), e.given().get(tag) ? 1 : 0, e.values()))
            .toList());
  }

  /** The vectors alone, as a scaler is fitted to them. */
  public TrainingSet unlabelled() {
    return binary(0);
  }
}
