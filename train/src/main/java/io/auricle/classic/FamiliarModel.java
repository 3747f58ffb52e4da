package io.auricle.classic;

import io.auricle.classic.model.FormulaModel;
import io.auricle.classic.model.OnnxFormula;
import io.auricle.classic.model.TrainingSet;
import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A model that says nothing of what is unlike all that it learned from: such a vector gets the same
 * score for every label, where a formula would give one of them a high score far from any example.
 *
 * <p>How alike two vectors are is the cosine of the angle between them, seen from the mean of the
 * examples; that of a vector is the mean of those to its three nearest examples.
 */
public final class FamiliarModel implements FormulaModel {
  private static final double TINY = 1e-12;
  private static final int NEAREST = 3;

  private final FormulaModel model;
  private final double[] centre;

  /** Of length 1, an example each. */
  private final double[][] examples;

  private final double least;

  private FamiliarModel(FormulaModel model, double[] centre, double[][] examples, double least) {
    this.model = model;
    this.centre = centre;
    this.examples = examples;
    this.least = least;
  }

  /**
   * Learns by multinomial logistic regression.
   *
   * @param least how alike a vector must be to its nearest examples, in [-1, 1]
   */
  public static FamiliarModel learn(MultinomialOptions options, TrainingSet data, double least) {
    if (!(least >= -1 && least <= 1)) {
      throw new IllegalArgumentException("least=" + least + " must be in [-1, 1]");
    }
    FormulaModel formula = MultinomialTraining.train(options, data);
    double[] centre = new double[data.columnCount()];
    for (TrainingSet.Vector example : data.examples()) {
      for (int c = 0; c < centre.length; c++) {
        centre[c] += example.values().at(0, c) / data.examples().size();
      }
    }
    double[][] examples =
        data.examples().stream()
            .map(example -> direction(example.values(), centre))
            .toArray(double[][]::new);
    return new FamiliarModel(formula, centre, examples, least);
  }

  private static double[] direction(FeatureMatrix vector, double[] centre) {
    double[] direction = new double[centre.length];
    double squares = TINY;
    for (int c = 0; c < centre.length; c++) {
      direction[c] = vector.at(0, c) - centre[c];
      squares += direction[c] * direction[c];
    }
    double length = Math.sqrt(squares);
    return Arrays.stream(direction).map(value -> value / length).toArray();
  }

  /** How alike a vector is to its nearest examples, in [-1, 1]. */
  public double likeness(FeatureMatrix vector) {
    double[] direction = direction(vector, centre);
    double[] cosines = new double[examples.length];
    for (int e = 0; e < cosines.length; e++) {
      for (int c = 0; c < direction.length; c++) {
        cosines[e] += direction[c] * examples[e][c];
      }
    }
    Arrays.sort(cosines);
    int nearest = nearest();
    return Arrays.stream(cosines, cosines.length - nearest, cosines.length).sum() / nearest;
  }

  private int nearest() {
    return Math.min(NEAREST, examples.length);
  }

  @Override
  public List<String> labels() {
    return model.labels();
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    return guarded(model.scores(vector), likeness(vector));
  }

  /** Scores of the model as they are where a vector is as alike as this. */
  public double[] guarded(double[] scores, double likeness) {
    double[] guarded = scores.clone();
    if (likeness < least) {
      Arrays.fill(guarded, 1.0 / scores.length);
    }
    return guarded;
  }

  /** Scores of the guarded model itself. */
  public double[] unguarded(FeatureMatrix vector) {
    return model.scores(vector);
  }

  @Override
  public int columnCount() {
    return model.columnCount();
  }

  @Override
  public String write(OnnxFormula formula) {
    String scores = model.write(formula);
    double[][] transposed = new double[centre.length][examples.length];
    for (int e = 0; e < examples.length; e++) {
      for (int c = 0; c < centre.length; c++) {
        transposed[c][e] = examples[e][c];
      }
    }
    String shifted = formula.node("Sub", OnnxFormula.INPUT, formula.vector("centre", centre));
    String squares =
        formula.node("Add", formula.squaredLength(shifted), formula.number("tiny", TINY));
    String direction = formula.node("Div", shifted, formula.node("Sqrt", squares));
    String cosines = formula.node("MatMul", direction, formula.constant("known", transposed));
    double[][] shares = new double[nearest()][1];
    for (double[] share : shares) {
      share[0] = 1.0 / shares.length;
    }
    String nearest =
        formula.node(
            "MatMul",
            formula.largest(cosines, shares.length).values(),
            formula.constant("shares", shares));
    String near =
        formula.floats(formula.node("GreaterOrEqual", nearest, formula.number("least", least)));
    double[] even = new double[labels().size()];
    Arrays.fill(even, 1.0 / even.length);
    String uniform = formula.vector("even", even);
    // even + near * (scores - even): the scores themselves, or even ones.
    String apart = formula.node("Mul", near, formula.node("Sub", scores, uniform));
    return formula.node("Add", uniform, apart);
  }

  /** The rows of a list that an export can be compared on: none at the very limit. */
  public List<FeatureMatrix> comparable(List<FeatureMatrix> vectors) {
    List<FeatureMatrix> clear = new ArrayList<>(vectors);
    clear.removeIf(vector -> Math.abs(likeness(vector) - least) < 1e-4);
    return clear;
  }
}
