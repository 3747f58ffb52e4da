package io.auricle.library.scan;

import io.auricle.bundle.CardJson;
import io.auricle.library.sound.SongSound;
import io.auricle.predict.Classifier;
import io.auricle.predict.JointClassifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The models that a scan asks. Does not own them. */
public final class ScanModels {
  private final JointClassifier together;
  private final String signature;

  /**
   * @param models at least one, with names of their own
   */
  public ScanModels(List<Classifier> models) {
    List<String> names = models.stream().map(ScanModels::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("models=" + names + " must have names of their own");
    }
    this.together = new JointClassifier(models);
    // Asked for every file of a library, and to write a card takes long.
    this.signature =
        models.stream()
            .map(m -> name(m) + " %08x".formatted(Arrays.hashCode(CardJson.write(m.card()))))
            .collect(Collectors.joining(", ", "", ", sound " + SongSound.VERSION));
  }

  JointClassifier together() {
    return together;
  }

  List<Classifier> all() {
    return together.models();
  }

  static String name(Classifier model) {
    return model.card().about().name();
  }

  /** Differs where what is said of a file may: songs of another are heard again. */
  String signature() {
    return signature;
  }
}
