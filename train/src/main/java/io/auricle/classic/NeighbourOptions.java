package io.auricle.classic;

/**
 * The nearest neighbours by Euclidean distance of the scaled vectors. A label's score is its share
 * of them.
 *
 * @param neighbours that are asked, at least 1; 7 if left out. All examples if there are fewer
 */
public record NeighbourOptions(Integer neighbours) implements ClassicOptions {
  public NeighbourOptions {
    neighbours = Checks.orElse(neighbours, 7);
    Checks.atLeast("neighbours", neighbours, 1);
  }

  @Override
  public String kind() {
    return "neighbours";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return NeighbourModel.of(data, neighbours);
  }
}
