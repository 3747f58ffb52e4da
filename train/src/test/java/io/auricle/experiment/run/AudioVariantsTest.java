package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundle;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Training on variants of the audio with other pitch and tempo. */
final class AudioVariantsTest {
  private static final String CHANGES = "{audio: {semitones: 2, tempo: 0.1, variants: 2}}";

  /** Three kinds of eight tracks each; 18 of the 24 are in the training and validation parts. */
  private static final int TRACKS = 24;

  private static final int LEARNED = 18;

  @Test
  void variantsAreLearnedFromAndFoundInTheCacheByOtherSeeds(@TempDir Path folder) throws Exception {
    byte[] plain = train(folder, Map.of());
    assertEquals(TRACKS, cached(folder));
    byte[] changed = train(folder, Map.of("model.network.training.augmentation", CHANGES));
    assertEquals(TRACKS + 2 * LEARNED, cached(folder));
    assertFalse(Arrays.equals(plain, changed));
    assertArrayEquals(
        changed, train(folder, Map.of("model.network.training.augmentation", CHANGES)));
    byte[] other =
        train(folder, Map.of("model.network.training.augmentation", CHANGES, "seed", "6"));
    assertFalse(Arrays.equals(other, changed));
    assertEquals(TRACKS + 2 * LEARNED, cached(folder));
  }

  @Test
  void clipsTooLongToChangeAreRefused(@TempDir Path folder) {
    Exception e =
        assertThrows(
            ExperimentException.class,
            () ->
                train(
                    folder,
                    Map.of(
                        "model.network.training.augmentation",
                        CHANGES,
                        "input.clipSeconds",
                        "300")));
    assertTrue(String.valueOf(e.getMessage()).startsWith("clipSeconds=300"), e.getMessage());
  }

  private static byte[] train(Path folder, Map<String, String> settings) throws Exception {
    Path yaml = folder.resolve("noises.yaml");
    if (!Files.exists(yaml)) {
      NoiseExperiment.write(folder);
    }
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("model.network.training.augmentation", "{}");
    all.put("model.network.training.length.epochs", "2");
    RunFolder run = Experiments.run(yaml, all, folder, line -> {});
    // What was written as resolved must be readable again, with what was left out.
    ExperimentReader.read(run.experiment(), Map.of());
    return Bundle.read(run.model()).model();
  }

  private static long cached(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
      return files.count();
    }
  }
}
