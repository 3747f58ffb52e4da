package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.ColumnScaling;
import io.auricle.classic.model.TrainingSet;

/**
 * The nearest neighbours by Euclidean distance of the scaled vectors. A label's score is the share
 * of its neighbours.
 *
 * @param neighbours that are asked, at least 1; 7 if left out. All examples if there are fewer
 * @param weights what a neighbour counts; by its distance if left out
 * @param scaling of the columns; standard if left out
 */
public record NeighbourOptions(Integer neighbours, Weights weights, ColumnScaling scaling)
    implements ClassicOptions {
  /** What a neighbour counts. */
  public enum Weights {
    /** All the same. */
    UNIFORM,
    /** One over its distance. */
    DISTANCE
  }

  public NeighbourOptions {
    neighbours = ClassicChecks.orElse(neighbours, 7);
    weights = ClassicChecks.orElse(weights, Weights.DISTANCE);
    scaling = ClassicChecks.orElse(scaling, ColumnScaling.STANDARD);
    ClassicChecks.atLeast("neighbours", neighbours, 1);
  }

  /** On standard columns. */
  public NeighbourOptions(Integer neighbours, Weights weights) {
    this(neighbours, weights, ColumnScaling.STANDARD);
  }

  @Override
  public String kind() {
    return "neighbours";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return NeighbourModel.of(data, this);
  }
}
