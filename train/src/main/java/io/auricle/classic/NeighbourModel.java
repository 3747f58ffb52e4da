package io.auricle.classic;

import io.auricle.classic.model.FormulaModel;
import io.auricle.classic.model.OnnxFormula;
import io.auricle.classic.model.Scaler;
import io.auricle.classic.model.TrainingSet;
import io.auricle.feature.FeatureMatrix;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** The training examples themselves, with their scaling. */
final class NeighbourModel implements FormulaModel {
  /** Squared distance within which vectors are the same; above what rounding leaves. */
  private static final double SAME = 1e-9;

  private final List<String> labels;
  private final Scaler scaler;
  private final double[][] vectors;
  private final int[] answers;
  private final int neighbours;
  private final boolean weighted;

  private NeighbourModel(
      List<String> labels,
      Scaler scaler,
      double[][] vectors,
      int[] answers,
      NeighbourOptions options) {
    this.labels = labels;
    this.scaler = scaler;
    this.vectors = vectors;
    this.answers = answers;
    this.neighbours = Math.min(options.neighbours(), vectors.length);
    this.weighted = options.weights() == NeighbourOptions.Weights.DISTANCE;
  }

  static NeighbourModel of(TrainingSet data, NeighbourOptions options) {
    Scaler scaler = Scaler.fit(options.scaling(), data);
    return new NeighbourModel(
        data.labels(),
        scaler,
        data.examples().stream().map(e -> scaler.apply(e.values())).toArray(double[][]::new),
        data.examples().stream().mapToInt(TrainingSet.Vector::label).toArray(),
        options);
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
        .forEach(v -> scores[answers[v]] += weight(distances[v]));
    double sum = Arrays.stream(scores).sum();
    return Arrays.stream(scores).map(score -> score / sum).toArray();
  }

  /** One over the distance, a copy of the vector counting far more than any other. */
  private double weight(double squares) {
    return weighted ? 1 / Math.sqrt(squares + SAME) : 1;
  }

  @Override
  public int columnCount() {
    return scaler.columnCount();
  }

  /**
   * Squared distances by {@code |a - b|^2 = |a|^2 + |b|^2 - 2 a b}. In double precision: whether an
   * example is among the nearest may hang on one bit.
   */
  @Override
  public String write(OnnxFormula graph) {
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
    OnnxFormula formula = graph.inDoubles();
    String scaled = scaler.write(formula, formula.doubles(OnnxFormula.INPUT));
    String product = formula.node("MatMul", scaled, formula.constant("examples", transposed));
    String partial = formula.node("Sub", product, formula.vector("lengths", lengths));
    OnnxFormula.Largest nearest = formula.largest(partial, neighbours);
    String answered = formula.node("Gather", formula.constant("answers", hot), nearest.places());
    String shares;
    if (weighted) {
      String squares = formula.node("Sub", formula.squaredLength(scaled), nearest.values());
      String weights = weights(formula, squares);
      shares = formula.sum(formula.node("Mul", answered, formula.column(weights)), 1);
    } else {
      shares = formula.sum(answered, 1);
    }
    String total = formula.node("MatMul", shares, formula.constant("all", ones(labels.size())));
    return formula.floats(formula.node("Div", shares, total));
  }

  private static String weights(OnnxFormula formula, String squares) {
    String positive = formula.node("Max", squares, formula.number("zero", 0));
    String shifted = formula.node("Add", positive, formula.number("same", SAME));
    return formula.node("Reciprocal", formula.node("Sqrt", shifted));
  }

  private static double[][] ones(int rows) {
    double[][] ones = new double[rows][1];
    for (double[] row : ones) {
      row[0] = 1;
    }
    return ones;
  }
}
