package io.auricle.distill.run;

import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.TrainingProgress;
import io.auricle.neural.EpochListener;
import io.auricle.neural.EpochMetrics;
import io.auricle.neural.StepMetrics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says and records each epoch, and has a bundle made of its weights. */
final class LessonLog implements EpochListener {
  /** Name of the phase in {@code metrics.jsonl}. */
  private static final String PHASE = "lessons";

  private final RunFolder folder;
  private final RunListener listener;
  private final int epochs;
  private final int lessons;
  private final BundleMaker bundle;
  private final long started = System.nanoTime();
  private int firstEpoch = -1;

  /** Writes a bundle of the best weights so far. */
  interface BundleMaker {
    void write(EpochMetrics metrics) throws IOException;
  }

  /**
   * @param lessons heard in an epoch, repeated ones included
   */
  LessonLog(RunFolder folder, RunListener listener, int epochs, int lessons, BundleMaker bundle) {
    this.folder = folder;
    this.listener = listener;
    this.epochs = epochs;
    this.lessons = lessons;
    this.bundle = bundle;
  }

  @Override
  public void stepEnded(StepMetrics metrics) {
    firstEpoch = firstEpoch < 0 ? metrics.epoch() : firstEpoch;
    double done = metrics.epoch() - 1 + metrics.step() / (double) metrics.steps();
    listener.stepped(new TrainingProgress(metrics, epochs, secondsLeft(done)));
  }

  @Override
  public void epochMeasured(EpochMetrics metrics) {
    write(metrics, () -> folder.writeMetrics(PHASE, metrics));
  }

  @Override
  public void epochEnded(EpochMetrics metrics) {
    write(metrics, () -> bundle.write(metrics));
    listener.epochEnded(folder);
    long left = Math.round(secondsLeft(metrics.epoch()));
    String errors =
        metrics.headErrors().entrySet().stream()
            .map(head -> String.format(Locale.ROOT, "%s %.4f", head.getKey(), head.getValue()))
            .collect(Collectors.joining(", "));
    listener.said(
        String.format(
            Locale.ROOT,
            "epoch %d of %d: loss %.4f, held out %.4f (%s), %.1f lessons/s, %d:%02d:%02d left",
            metrics.epoch(),
            epochs,
            metrics.loss(),
            metrics.validationLoss(),
            errors,
            lessons / metrics.seconds(),
            left / 3600,
            left / 60 % 60,
            left % 60));
  }

  /** Writes something into the run's folder. */
  private interface Writing {
    void run() throws IOException;
  }

  private void write(EpochMetrics metrics, Writing writing) {
    try {
      writing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write to " + folder.path() + " after epoch " + metrics.epoch(), e);
    }
  }

  private double secondsLeft(double done) {
    double seconds = (System.nanoTime() - started) / 1e9;
    return seconds / Math.max(1e-9, done - Math.max(1, firstEpoch) + 1) * (epochs - done);
  }
}
