package io.auricle.classify;

import io.auricle.audio.DecodeException;
import io.auricle.predict.JointClassifier;
import io.auricle.predict.TrackPrediction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What became of a file that several models hear. */
public final class Hearing {
  private Hearing() {}

  /**
   * Lets all models hear a file; a bad one gives its error for each.
   *
   * @param name as the user named it
   * @return of each model, in their order
   */
  public static List<Classification> of(JointClassifier models, String name, Path file) {
    List<Classification> results = new ArrayList<>();
    try {
      DecodeException silent = JointClassifier.silent(file);
      for (Optional<TrackPrediction> said : models.predict(file)) {
        results.add(
            said.map(prediction -> Classification.of(name, prediction))
                .orElseGet(() -> Classification.failed(name, silent)));
      }
      return results;
    } catch (DecodeException e) {
      return failed(models, name, e);
    }
  }

  /** The error of a file that no model can hear. */
  public static List<Classification> failed(
      JointClassifier models, String name, DecodeException error) {
    return models.models().stream().map(model -> Classification.failed(name, error)).toList();
  }
}
