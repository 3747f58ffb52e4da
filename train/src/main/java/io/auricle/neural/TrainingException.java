package io.auricle.neural;

/** A training that went wrong by its numbers; the message names epoch, step and checkpoint. */
public final class TrainingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private TrainingException(String message) {
    super(message);
  }

  /**
   * A loss that is no number any more.
   *
   * @param what happened where
   * @param lastEpoch with a checkpoint, 0 for none
   */
  static TrainingException notFinite(String what, int lastEpoch) {
    String kept =
        lastEpoch == 0
            ? "there is no checkpoint yet"
            : "the last good checkpoint is that of epoch " + lastEpoch;
    return new TrainingException(
        "%s; %s. A lower learning rate or gradient clipping may help".formatted(what, kept));
  }
}
