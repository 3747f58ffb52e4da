package io.auricle.classic;

import io.auricle.feature.FeatureMatrix;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The training examples themselves, with their scaling. */
final class NeighbourModel implements ClassicModel {
  private final List<String> labels;
  private final Scaler scaler;
  private final double[][] vectors;
  private final int[] answers;
  private final int neighbours;

  private NeighbourModel(
      List<String> labels, Scaler scaler, double[][] vectors, int[] answers, int neighbours) {
    this.labels = labels;
    this.scaler = scaler;
    this.vectors = vectors;
    this.answers = answers;
    this.neighbours = neighbours;
  }

  static NeighbourModel of(TrainingSet data, int neighbours) {
    Scaler scaler = Scaler.fit(data);
    return new NeighbourModel(
        data.labels(),
        scaler,
        data.examples().stream().map(e -> scaler.apply(e.values())).toArray(double[][]::new),
        data.examples().stream().mapToInt(TrainingSet.Vector::label).toArray(),
        Math.min(neighbours, data.examples().size()));
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    double[] scaled = scaler.apply(vector);
    double[] distances = new double[vectors.length];
    for (int v = 0; v < vectors.length; v++) {
      for (int c = 0; c < scaled.length; c++) {
        double difference = scaled[c] - vectors[v][c];
        distances[v] += difference * difference;
      }
    }
    double[] scores = new double[labels.size()];
    IntStream.range(0, vectors.length)
        .boxed()
        .sorted(Comparator.comparingDouble(v -> distances[v]))
        .limit(neighbours)
        .forEach(v -> scores[answers[v]] += 1.0 / neighbours);
    return scores;
  }

  /**
   * Distances by {@code |a - b|^2 = |a|^2 + |b|^2 - 2 a b}, without {@code |a|^2}, which is the
   * same for all. In double precision: whether an example is among the nearest may hang on one bit.
   */
  @Override
  public byte[] toOnnx() {
    int columns = scaler.columnCount();
    double[][] transposed = new double[columns][vectors.length];
    double[] lengths = new double[vectors.length];
    double[][] hot = new double[vectors.length][labels.size()];
    for (int v = 0; v < vectors.length; v++) {
      for (int c = 0; c < columns; c++) {
        transposed[c][v] = 2 * vectors[v][c];
        lengths[v] += vectors[v][c] * vectors[v][c];
      }
      hot[v][answers[v]] = 1;
    }
    OnnxFormula formula = OnnxFormula.ofDoubles(columns);
    String scaled = scaler.write(formula, formula.doubles(OnnxFormula.INPUT));
    String product = formula.node("MatMul", scaled, formula.constant("examples", transposed));
    String nearness = formula.node("Sub", product, formula.vector("lengths", lengths));
    String nearest = formula.largest(nearness, neighbours);
    String answered = formula.node("Gather", formula.constant("answers", hot), nearest);
    return formula.toModel(formula.floats(formula.mean(answered, 1)), labels.size());
  }
}
