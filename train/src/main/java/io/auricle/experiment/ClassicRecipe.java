package io.auricle.experiment;

import io.auricle.classic.ClassicOptions;
import io.auricle.experiment.task.Task;
import io.auricle.neural.option.AudioChanges;
import java.util.List;

/**
 * A classical model on vectors.
 *
 * @param options which one, and its settings
 * @param heard what its vectors are
 */
public record ClassicRecipe(ClassicOptions options, Heard heard) implements ModelRecipe {
  /** What a classical model hears. */
  public sealed interface Heard {}

  /**
   * The features.
   *
   * @param crops random crops added to each clip that it learns from; only for statistics of a
   *     spectrogram
   * @param without columns that it does not hear, with {@code *} for any characters
   */
  public record Features(int crops, List<String> without) implements Heard {
    public Features {
      without = List.copyOf(without);
    }
  }

  /**
   * What the layers of a network before the last make of a segment.
   *
   * @param bundle folder of the network's bundle
   * @param perClip whether it learns from the mean over a clip's segments instead of each of them,
   *     so that short and long clips count alike; it is asked about each segment either way
   */
  public record Embedded(String bundle, boolean perClip) implements Heard {}

  @Override
  public void require(Task task) {
    // It learns labels and tags alike.
  }

  @Override
  public int epochs() {
    return 0;
  }

  @Override
  public AudioChanges changes() {
    return AudioChanges.none();
  }
}
