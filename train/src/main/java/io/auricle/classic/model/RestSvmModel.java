package io.auricle.classic.model;

import io.auricle.feature.FeatureMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Trained support vector machines, one for each label or tag, with scaling and calibration. The
 * scores of labels sum to 1, those of tags are each for themselves.
 */
public final class RestSvmModel implements ClassicModel {
  private final List<String> labels;
  private final Scaler scaler;
  private final SvmMargins margins;
  private final List<PlattScaling> calibrations;
  private final boolean tags;

  public RestSvmModel(
      List<String> labels,
      Scaler scaler,
      SvmMargins margins,
      List<PlattScaling> calibrations,
      boolean tags) {
    this.tags = tags;
    this.labels = labels;
    this.scaler = scaler;
    this.margins = margins;
    this.calibrations = calibrations;
  }

  @Override
  public List<String> labels() {
    return labels;
  }

  @Override
  public double[] scores(FeatureMatrix vector) {
    double[] logits = margins(vector);
    for (int i = 0; i < logits.length; i++) {
      logits[i] = calibrations.get(i).logit(logits[i]);
    }
    return tags
        ? Arrays.stream(logits).map(logit -> Math.exp(-OneVsRest.softplus(-logit))).toArray()
        : OneVsRest.scores(logits);
  }

  /** The margin of each label. */
  double[] margins(FeatureMatrix vector) {
    return margins.of(scaler.apply(vector));
  }

  @Override
  public byte[] toOnnx() {
    OnnxFormula formula = new OnnxFormula(scaler.columnCount());
    double[] slopes = calibrations.stream().mapToDouble(PlattScaling::slope).toArray();
    double[] biases = calibrations.stream().mapToDouble(PlattScaling::offset).toArray();
    String steep =
        formula.node("Mul", margins.write(formula, scaler), formula.vector("slopes", slopes));
    String logits = formula.node("Add", steep, formula.vector("biases", biases));
    String scores = tags ? formula.node("Sigmoid", logits) : OneVsRest.write(formula, logits);
    return formula.toModel(scores, labels.size());
  }
}
