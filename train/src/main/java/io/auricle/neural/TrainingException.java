package io.auricle.neural;

/** A training that went wrong by its numbers; the message names epoch, step and checkpoint. */
public final class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrainingException(String message) {
    super(message);
  }
}
