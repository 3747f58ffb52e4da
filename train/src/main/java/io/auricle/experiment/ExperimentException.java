package io.auricle.experiment;

import org.jspecify.annotations.Nullable;

/** An experiment that cannot be run as it is. The message names the file or the source at fault. */
public final class ExperimentException extends Exception {
  private static final long serialVersionUID = 1L;

  public ExperimentException(String message) {
    super(message);
  }

  /** As above, with the cause. */
  public ExperimentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
