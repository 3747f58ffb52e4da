package io.auricle.classic;

/** Which classical model, and its settings. */
public sealed interface ClassicOptions permits SvmOptions, LogisticOptions {
  /** The model's name, for instance {@code svm}. */
  String kind();

  /**
   * Trains the model on scaled vectors.
   *
   * @param seed of everything random; the same seed and data give the same model
   */
  ClassicModel train(TrainingSet data, long seed);
}
