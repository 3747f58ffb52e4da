package io.auricle.classic;

import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TagSet;
import io.auricle.classic.model.TrainingSet;
import java.util.Map;
import org.tribuo.Tribuo;

/** Which classical model, and its settings. */
public sealed interface ClassicOptions
    permits SvmOptions,
        LogisticOptions,
        MultinomialOptions,
        DiscriminantOptions,
        ForestOptions,
        BoostingOptions,
        NeighbourOptions {
  /** The versions of the libraries that train. */
  static Map<String, String> engines() {
    return Map.of("tribuo", Tribuo.VERSION, "xgboost", BoostingTraining.VERSION);
  }

  /** The model's name, for instance {@code svm}. */
  String kind();

  /**
   * Trains the model. What it needs of scaling is fitted on the same data and part of the model.
   *
   * @param seed of everything random; the same seed and data give the same model
   */
  ClassicModel train(TrainingSet data, long seed);

  /**
   * Trains a model of tags, whose scores are each for themselves.
   *
   * @param seed as above
   * @throws IllegalArgumentException if it cannot learn the shares that the data say
   */
  default ClassicModel train(TagSet data, long seed) {
    return TagModels.train(this, data, seed);
  }
}
