package io.auricle.bundle;

import java.io.IOException;
import java.util.List;

/** A name that is neither a bundled model nor a folder. */
public final class UnknownModelException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param name as given
   * @param bundled the names that would do
   */
  public UnknownModelException(String name, List<String> bundled) {
    super(
        "model=%s must be the folder of a model%s"
            .formatted(
                name,
                bundled.isEmpty()
                    ? "; none is bundled: add io.auricle:auricle-models"
                    : " or one of: " + String.join(", ", bundled)));
  }
}
