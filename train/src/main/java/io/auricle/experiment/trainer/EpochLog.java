package io.auricle.experiment.trainer;

import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.TrainingProgress;
import io.auricle.neural.EpochListener;
import io.auricle.neural.EpochMetrics;
import io.auricle.neural.StepMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Says and records each epoch of one phase of a run. */
final class EpochLog implements EpochListener {
  private final String phase;
  private final int epochs;
  private final RunFolder folder;
  private final RunListener listener;
  private final long started = System.nanoTime();

  /** Done before this process began, in epochs; known with the first step. */
  private double shareBefore = -1;

  /**
   * @param epochs of the phase at most
   */
  EpochLog(String phase, int epochs, RunFolder folder, RunListener listener) {
    this.phase = phase;
    this.epochs = epochs;
    this.folder = folder;
    this.listener = listener;
  }

  @Override
  public void stepEnded(StepMetrics metrics) {
    if (shareBefore < 0) {
      shareBefore = metrics.epoch() - 1.0;
    }
    double done = metrics.epoch() - 1 + metrics.step() / (double) metrics.steps();
    listener.stepped(new TrainingProgress(metrics, epochs, secondsLeft(done)));
  }

  @Override
  public void epochMeasured(EpochMetrics metrics) {
    try {
      folder.writeMetrics(phase, metrics);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write metrics of " + folder.path() + " after epoch " + metrics.epoch(), e);
    }
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    long left = Math.round(secondsLeft(metrics.epoch()));
    listener.epochEnded(folder);
    listener.said(
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

  private double secondsLeft(double done) {
    double seconds = (System.nanoTime() - started) / 1e9;
    return seconds / Math.max(1e-9, done - shareBefore) * (epochs - done);
  }
}
