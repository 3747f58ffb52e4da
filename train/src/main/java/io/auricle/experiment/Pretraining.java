package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.auricle.network.NetworkCatalogue;
import io.auricle.network.NetworkSpec;
import io.auricle.network.TrainedNetwork;
import io.auricle.neural.option.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another network, with whose layers (those before its heads) the network of the recipe begins and
 * from whose weights it starts: one that is trained before on the same clips, or that of an earlier
 * run, which may have learned other labels from other clips.
 *
 * @param description of one that is trained before: a name in the catalogue of networks, or a file
 *     ending in {@code .yaml}
 * @param training how; its seed is the experiment's
 * @param run folder of an earlier run, in place of both
 * @param frozen whether these weights stay as they are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Pretraining(
    @Nullable String description,
    @Nullable TrainingOptions training,
    @Nullable String run,
    boolean frozen) {
  /** The trainings whose best weights a run may end with, the last one first. */
  private static final List<String> PHASES = List.of("final", "choice");

  public Pretraining {
    if (run == null) {
      ExperimentForm.require(description, "description");
      ExperimentForm.require(training, "training");
    } else if (description != null || training != null) {
      throw new IllegalArgumentException(
          "run=" + run + " must be given alone, or description and training without it");
    }
  }

  /** Reads the description of a network that is trained before. */
  public NetworkSpec network(int classes) throws IOException {
    return NetworkCatalogue.find(String.valueOf(description), classes);
  }

  /**
   * Reads the network of an earlier run.
   *
   * @throws IllegalArgumentException if the folder holds none
   */
  public static TrainedNetwork of(String run) throws IOException {
    Path checkpoints = new RunFolder(Path.of(run)).checkpoint();
    for (String phase : PHASES) {
      Path best = checkpoints.resolve(phase).resolve("best.safetensors");
      if (Files.exists(best)) {
        return TrainedNetwork.read(best);
      }
    }
    throw new IllegalArgumentException(
        "run=" + run + " must be the folder of a finished run of a network");
  }
}
