package io.auricle.classic;

/**
 * Multinomial logistic regression, trained by AdaGrad.
 *
 * @param epochs passes over the data, at least 1
 * @param learningRate of the first step, above 0
 * @param batchSize examples a step, at least 1
 */
public record LogisticOptions(int epochs, double learningRate, int batchSize)
    implements ClassicOptions {
  public LogisticOptions {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs=" + epochs + " must be at least 1");
    }
    if (!(learningRate > 0 && Double.isFinite(learningRate))) {
      throw new IllegalArgumentException("learningRate=" + learningRate + " must be above 0");
    }
    if (batchSize < 1) {
      throw new IllegalArgumentException("batchSize=" + batchSize + " must be at least 1");
    }
  }

  @Override
  public String kind() {
    return "logistic";
  }

  @Override
  public ClassicModel train(TrainingSet data, long seed) {
    return LogisticTraining.train(this, data, seed);
  }
}
