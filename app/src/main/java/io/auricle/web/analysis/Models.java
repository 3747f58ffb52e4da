package io.auricle.web.analysis;

import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.ScoringLimits;
import io.auricle.web.http.ProblemException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The models of a server, loaded. */
public final class Models implements AutoCloseable {
  private final Map<String, Classifier> byName = new LinkedHashMap<>();

  /**
   * Loads models.
   *
   * @param namesOrFolders of bundled models or bundles, the first the default
   * @param limits what each may cost
   */
  public static Models load(List<String> namesOrFolders, ScoringLimits limits) throws IOException {
    Models models = new Models();
    try {
      for (String model : namesOrFolders) {
        Classifier classifier = Classifiers.load(model, limits);
        @Nullable Classifier before =
            models.byName.put(classifier.card().about().name(), classifier);
        if (before != null) {
          before.close();
          throw new IllegalArgumentException(
              "two models are named " + classifier.card().about().name());
        }
      }
      return models;
    } catch (IOException | RuntimeException e) {
      models.close();
      throw e;
    }
  }

  /** All, the default first. */
  Collection<Classifier> all() {
    return byName.values();
  }

  /**
   * The models of these names, the default if there are none.
   *
   * @throws ProblemException with this status if there is no such model
   */
  List<Classifier> named(List<String> names, int status) {
    if (names.isEmpty()) {
      return List.of(all().iterator().next());
    }
    List<Classifier> found = new ArrayList<>();
    for (String name : names) {
      Classifier classifier = byName.get(name);
      if (classifier == null) {
        throw ProblemException.of(
            status, "UNKNOWN_MODEL", "no such model; there are " + byName.keySet());
      }
      found.add(classifier);
    }
    return found;
  }

  @Override
  public void close() {
    byName.values().forEach(Classifier::close);
  }
}
