package io.auricle.predict.onnx;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.List;

/**
 * Stops runs of models that take too long, or whose thread is interrupted. ONNX Runtime looks
 * between two operators whether it should go on, so an operator that has begun is finished first.
 * One thread watches over all runs; it ends when there is none for a while. Thread-safe.
 */
final class RunWatch {
  private static final long LOOK_MILLIS = 20;
  private static final long IDLE_MILLIS = 5000;
  private static final List<Run> RUNS = new ArrayList<>();
  private static boolean watching;

  private RunWatch() {}

  /** A run that is watched until it is closed. */
  static final class Run implements AutoCloseable {
    private final OrtSession.RunOptions options;
    private final Thread thread = Thread.currentThread();
    private final long begin = System.nanoTime();
    private final long nanos;
    private boolean late;

    private Run(OrtSession.RunOptions options, double runSeconds) {
      this.options = options;
      this.nanos = (long) (1e9 * runSeconds);
    }

    OrtSession.RunOptions options() {
      return options;
    }

    /** Whether it was stopped since it took too long. */
    boolean isLate() {
      synchronized (RUNS) {
        return late;
      }
    }

    private void look() {
      boolean over = System.nanoTime() - begin > nanos;
      if (over || thread.isInterrupted()) {
        late |= over;
        try {
          options.setTerminate(true);
        } catch (OrtException e) {
          throw new IllegalStateException("a model cannot be stopped", e);
        }
      }
    }

    @Override
    public void close() {
      synchronized (RUNS) {
        RUNS.remove(this);
        options.close();
      }
    }
  }

  /** Begins to watch over a run of the calling thread. */
  static Run begin(double runSeconds) throws OrtException {
    OrtSession.RunOptions options = new OrtSession.RunOptions();
    options.setLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL); // the exception says it
    Run run = new Run(options, runSeconds);
    synchronized (RUNS) {
      RUNS.add(run);
      if (!watching) {
        watching = true;
        Thread thread = new Thread(RunWatch::watch, "auricle-model-watch");
        thread.setDaemon(true);
        thread.start();
      }
      RUNS.notifyAll();
    }
    return run;
  }

  private static void watch() {
    synchronized (RUNS) {
      try {
        while (watching) {
          RUNS.forEach(Run::look);
          RUNS.wait(RUNS.isEmpty() ? IDLE_MILLIS : LOOK_MILLIS);
          watching = !RUNS.isEmpty();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        watching = false;
      }
    }
  }
}
