package io.auricle.cli.train;

import io.auricle.cli.output.ShellWord;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.TrainingProgress;
import io.auricle.file.FileName;
import io.auricle.neural.StepMetrics;
import io.auricle.plot.NoFontsException;
import io.auricle.plot.chart.LearningCurve;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows how a training goes: a line an epoch, a bar between them if stderr is a terminal, and the
 * learning curve in the run folder, every few seconds and in the end. If a signal ends the program
 * meanwhile, it names the folder and the command that goes on.
 */
final class TrainingView implements RunListener, AutoCloseable {
  private static final int WIDTH = 24;
  private static final long REDRAW_NANOS = 100_000_000;

  /** A picture takes longer than an epoch of a small table. */
  private static final long CURVE_NANOS = 3_000_000_000L;

  private final PrintWriter err;
  private final List<String> options;
  private final boolean drawn = Boolean.getBoolean("auricle.terminal");
  private long lastDrawn;
  private boolean drawsCurves = true;
  private long lastCurve = System.nanoTime() - CURVE_NANOS;
  private @Nullable RunFolder undrawn;
  private @Nullable Thread hint;

  /**
   * @param options that the command which goes on needs beside the folder
   */
  TrainingView(PrintWriter err, List<String> options) {
    this.err = err;
    this.options = List.copyOf(options);
  }

  @Override
  public void began(RunFolder folder) {
    drawCurve();
    removeHint();
    Thread ending = new Thread(() -> hint(folder));
    Runtime.getRuntime().addShutdownHook(ending);
    hint = ending;
  }

  private void hint(RunFolder folder) {
    // The folder of a run that was refused is gone, and there is nothing to go on with.
    if (Files.isDirectory(folder.path())) {
      clear();
      List<String> words = new ArrayList<>(List.of("auricle", "train", "--resume"));
      words.add(FileName.text(folder.path()));
      words.addAll(options);
      err.printf(
          "auricle: not finished: %s; it goes on with: %s%n",
          folder.path(), words.stream().map(ShellWord::of).collect(Collectors.joining(" ")));
      err.flush();
    }
  }

  private void removeHint() {
    if (hint != null) {
      try {
        Runtime.getRuntime().removeShutdownHook(hint);
      } catch (IllegalStateException e) {
        // The program is ending: that is what the hint is for.
      }
    }
  }

  @Override
  public void said(String line) {
    clear();
    err.println("auricle: " + line);
    err.flush();
  }

  @Override
  public void stepped(TrainingProgress progress) {
    if (drawn && System.nanoTime() - lastDrawn > REDRAW_NANOS) {
      lastDrawn = System.nanoTime();
      err.print("\r\033[K" + bar(progress));
      err.flush();
    }
  }

  @Override
  public void epochEnded(RunFolder folder) {
    undrawn = folder;
    if (System.nanoTime() - lastCurve > CURVE_NANOS) {
      drawCurve();
    }
  }

  private void drawCurve() {
    RunFolder folder = undrawn;
    if (!drawsCurves || folder == null || !Files.isDirectory(folder.path())) {
      return;
    }
    undrawn = null;
    lastCurve = System.nanoTime();
    try {
      new LearningCurve(folder.epochs()).write(folder.path().resolve("learning.png"));
    } catch (NoFontsException e) {
      // A picture is not worth a run of hours; its figures are in the run's epochs anyway.
      drawsCurves = false;
      said("learning.png is not drawn: " + e.getMessage() + "; the training goes on");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot draw the learning curve: " + e.getMessage(), e);
    }
  }

  /** For instance {@code [######------] epoch 3/20, loss 1.234, accuracy 0.612, 845/s, 0:02:10}. */
  static String bar(TrainingProgress progress) {
    StepMetrics step = progress.step();
    int filled = (int) (WIDTH * progress.share());
    long left = Math.round(progress.secondsLeft());
    return String.format(
        Locale.ROOT,
        "[%s%s] epoch %d/%d, loss %.3f, accuracy %.3f, %.0f segments/s, %d:%02d:%02d left",
        "#".repeat(filled),
        "-".repeat(WIDTH - filled),
        step.epoch(),
        progress.epochs(),
        step.loss(),
        step.accuracy(),
        step.segmentsPerSecond(),
        left / 3600,
        left / 60 % 60,
        left % 60);
  }

  @Override
  public void close() {
    clear();
    removeHint();
    drawCurve();
  }

  private void clear() {
    if (drawn) {
      err.print("\r\033[K");
      err.flush();
    }
  }
}
