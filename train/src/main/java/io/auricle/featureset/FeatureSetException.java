package io.auricle.featureset;

import org.jspecify.annotations.Nullable;

/**
 * A feature set that does not exist or is wrong; the message names file, line and what is allowed.
 */
public final class FeatureSetException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  FeatureSetException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
