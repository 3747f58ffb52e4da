package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tribuo.classification.Label;
import org.tribuo.classification.libsvm.LibSVMClassificationModel;

/**
 * A trained one-against-one support vector machine with its scaling and its way to probabilities.
 */
public final class SvmModel implements ClassicModel {
  private final List<String> labels;
  private final Scaler scaler;
  private final SvmMargins margins;
  private final int[] classes;
  private final PairScores pairs;
  private final LibSVMClassificationModel trained;

  /**
   * @param classes the label that each of LibSVM's classes stands for
   */
  public SvmModel(
      List<String> labels,
      Scaler scaler,
      SvmMargins margins,
      int[] classes,
      PairScores pairs,
      LibSVMClassificationModel trained) {
    this.labels = labels;
    this.scaler = scaler;
    this.margins = margins;
    this.classes = classes;
    this.pairs = pairs;
    this.trained = trained;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    double[] byClass = pairs.probabilities(margins.of(scaler.apply(vector)), classes.length);
    double[] scores = new double[labels.size()];
    for (int i = 0; i < byClass.length; i++) {
      scores[classes[i]] = byClass[i];
    }
    return scores;
  }

  /** The margins with the pairs in the order of the labels, whatever LibSVM's order is. */
  public double[] pairMargins(FeatureMatrix vector) {
    double[] inner = margins.of(scaler.apply(vector));
    int n = labels.size();
    double[] ordered = new double[inner.length];
    int pair = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        int low = Math.min(classes[i], classes[j]);
        int high = Math.max(classes[i], classes[j]);
        int target = low * n - low * (low + 1) / 2 + high - low - 1;
        ordered[target] = classes[i] < classes[j] ? inner[pair] : -inner[pair];
        pair++;
      }
    }
    return ordered;
  }

  /** The label that LibSVM itself decides for: the one that wins most pairs. */
  public String vote(FeatureMatrix vector) {
    Label label = trained.predict(TribuoData.example(scaler.apply(vector))).getOutput();
    return label.getLabel();
  }

  @Override
  public byte[] toOnnx() {
    OnnxFormula formula = new OnnxFormula(scaler.columnCount());
    String scores = pairs.write(formula, margins.write(formula, scaler), classes);
    return formula.toModel(scores, labels.size());
  }

  @Override
  public void save(Path folder) throws IOException {
    trained.serializeToFile(folder.resolve("svm.tribuo"));
  }
}
