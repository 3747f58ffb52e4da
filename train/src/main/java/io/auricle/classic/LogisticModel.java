package io.auricle.classic;

import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;

/** Trained logistic regression with its scaling. */
final class LogisticModel implements FormulaModel {
  private final List<String> labels;
  private final Scaler scaler;
  private final double[][] weights;
  private final double[] bias;
  private final LibLinearClassificationModel trained;

  /**
   * @param weights {@code [columns][labels]}
   */
  LogisticModel(
      List<String> labels,
      Scaler scaler,
      double[][] weights,
      double[] bias,
      LibLinearClassificationModel trained) {
    this.labels = labels;
    this.scaler = scaler;
    this.weights = weights;
    this.bias = bias;
    this.trained = trained;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    double[] scaled = scaler.apply(vector);
    double[] logits = bias.clone();
    for (int c = 0; c < scaled.length; c++) {
      for (int label = 0; label < logits.length; label++) {
        logits[label] += scaled[c] * weights[c][label];
      }
    }
    return OneVsRest.scores(logits);
  }

  /** The score that LIBLINEAR itself gives a label. */
  double libraryScore(FeatureMatrix vector, String label) {
    return trained
        .predict(TribuoData.example(scaler.apply(vector)))
        .getOutputScores()
        .getOrDefault(label, new Label(label, Double.NaN))
        .getScore();
  }

  @Override
  public int columnCount() {
    return scaler.columnCount();
  }

  @Override
  public String write(OnnxFormula formula) {
    String scaled = scaler.write(formula, OnnxFormula.INPUT);
    String product = formula.node("MatMul", scaled, formula.constant("weights", weights));
    String logits = formula.node("Add", product, formula.vector("bias", bias));
    return OneVsRest.write(formula, logits);
  }

  @Override
  public void save(Path folder) throws IOException {
    trained.serializeToFile(folder.resolve("logistic.tribuo"));
  }
}
