package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import io.auricle.bundle.Bundle;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.TrainingProgress;
import io.auricle.neural.StepMetrics;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed as {@code kill -9} does it, then resumed. */
final class KilledRunTest {
  @SuppressWarnings("NullAway.Init") // set by JUnit
  @TempDir
  private Path folder;

  /** Runs or resumes the experiment and says each step. */
  static final class Main {
    private Main() {}

    public static void main(String[] arguments) throws Exception {
      Path target = Path.of(arguments[1]);
      RunListener listener =
          new RunListener() {
            @Override
            public void said(String line) {}

            @Override
            public void stepped(TrainingProgress progress) {
              StepMetrics step = progress.step();
              System.out.println("step " + step.step() + " of epoch " + step.epoch());
            }
          };
      if (arguments[0].equals("--resume")) {
        Path workspace = Path.of(arguments[2]);
        Experiments.resume(target, RunOptions.of(workspace, listener));
      } else {
        Experiments.run(Path.of(arguments[0]), Map.of(), target, listener);
      }
    }
  }

  @Test
  void killedAndResumedEndsWithTheSameModel() throws Exception {
    Path yaml = NoiseExperiment.write(folder);
    RunFolder whole = Experiments.run(yaml, Map.of(), folder.resolve("a"), line -> {});
    Path workspace = folder.resolve("b");
    kill("step 2 of epoch 2", yaml.toString(), workspace.toString());
    Path run;
    try (Stream<Path> runs = Files.list(workspace.resolve("runs"))) {
      run = runs.findFirst().orElseThrow();
    }
    // The last step of an epoch: it is judged, saved or logged just then.
    kill("step 4 of epoch 3", "--resume", run.toString(), workspace.toString());
    RunFolder resumed = Experiments.resume(run, RunOptions.of(workspace, line -> {}));
    assertArrayEquals(Bundle.read(whole.model()).model(), Bundle.read(resumed.model()).model());
  }

  private static void kill(String at, String... arguments) throws Exception {
    Process process = ForkedJvm.start(List.of(), Main.class, arguments);
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.equals(at)) {
          process.destroyForcibly();
          assertNotEquals(0, process.waitFor());
          return;
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException("the process was not to be read", e);
    }
    fail("the process ended before " + at);
  }
}
