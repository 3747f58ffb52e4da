package io.auricle.experiment;

import io.auricle.neural.EpochListener;
import io.auricle.neural.EpochMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Says and records each epoch of one phase of a run. */
final class EpochLog implements EpochListener {
  private final String phase;
  private final int epochs;
  private final RunFolder folder;
  private final Consumer<String> progress;
  private double seconds;
  private int heard;

  /**
   * @param epochs of the phase at most
   */
  EpochLog(String phase, int epochs, RunFolder folder, Consumer<String> progress) {
    this.phase = phase;
    this.epochs = epochs;
    this.folder = folder;
    this.progress = progress;
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    seconds += metrics.seconds();
    heard++;
    long left = Math.round(seconds / heard * (epochs - metrics.epoch()));
    try {
      folder.writeMetrics(phase, metrics);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write metrics of " + folder.path(), e);
    }
    progress.accept(
        "epoch %d of %d: loss %.3f, validation accuracy %.3f, %.1f s, %d:%02d:%02d left"
            .formatted(
                metrics.epoch(),
                epochs,
                metrics.loss(),
                metrics.validationAccuracy(),
                metrics.seconds(),
                left / 3600,
                left / 60 % 60,
                left % 60));
  }
}
