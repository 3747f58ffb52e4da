package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.classification.liblinear.LibLinearClassificationModel;

/** Trained logistic regression with its scaling. */
public final class LogisticModel implements FormulaModel {
  private final List<String> labels;
  private final LinearScores sums;
  private final LibLinearClassificationModel trained;

  public LogisticModel(
      List<String> labels, LinearScores sums, LibLinearClassificationModel trained) {
    this.labels = labels;
    this.sums = sums;
    this.trained = trained;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    return OneVsRest.scores(sums.of(vector));
  }

  /** The score that LIBLINEAR itself gives a label. */
  public double libraryScore(FeatureMatrix vector, String label) {
    return trained
        .predict(TribuoData.example(sums.scaler().apply(vector)))
        .getOutputScores()
        .getOrDefault(label, new Label(label, Double.NaN))
        .getScore();
  }

  @Override
  public int columnCount() {
    return sums.columnCount();
  }

  @Override
  public String write(OnnxFormula formula) {
    return OneVsRest.write(formula, sums.write(formula));
  }

  @Override
  public void save(Path folder) throws IOException {
    trained.serializeToFile(folder.resolve("logistic.tribuo"));
  }
}
