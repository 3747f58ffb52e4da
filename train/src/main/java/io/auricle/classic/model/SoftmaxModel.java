package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.util.List;

/** Classes whose scores are a softmax of weighted sums. Immutable. */
public final class SoftmaxModel implements FormulaModel {
  private final List<String> labels;
  private final LinearScores sums;

  public SoftmaxModel(List<String> labels, LinearScores sums) {
    this.labels = List.copyOf(labels);
    this.sums = sums;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    return SvmCalibration.softmax(sums.of(vector), 1);
  }

  @Override
  public int columnCount() {
    return sums.columnCount();
  }

  @Override
  public String write(OnnxFormula formula) {
    return formula.softmax(sums.write(formula));
  }
}
