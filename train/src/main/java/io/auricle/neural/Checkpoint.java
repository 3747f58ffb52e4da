package io.auricle.neural;

import io.auricle.network.NetworkSpec;
import io.auricle.network.Tensor;
import io.auricle.network.TensorFile;
import io.auricle.network.TrainedNetwork;
import io.auricle.network.shape.TensorShape;
import io.auricle.network.weight.Weight;
import io.auricle.neural.option.TrainingOptions;
import io.auricle.neural.torch.LiveWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The state of a training between two epochs, in a folder: {@code last.safetensors} with weights,
 * optimiser state and progress, {@code best.safetensors} with the best weights so far. Since all
 * randomness of an epoch comes from the seed and its number, a training that goes on from here
 * gives the same weights as one that was never stopped.
 */
final class Checkpoint {
  private static final String WEIGHT = "weight:";
  private static final String OPTIMISER = "optimiser:";

  private final Path folder;
  private final NetworkSpec network;
  private final TrainingOptions options;

  Checkpoint(Path folder, NetworkSpec network, TrainingOptions options) {
    this.folder = folder;
    this.network = network;
    this.options = options;
  }

  /**
   * Saves the state; the best weights first, so that a kill in between loses nothing.
   *
   * @throws IOException if that fails, for instance on a full disk; the message names the epoch and
   *     the last one that was saved
   */
  void save(LiveWeights weights, Optimiser optimiser, TrainingState progress, List<String> classes)
      throws IOException {
    try {
      write(weights, optimiser, progress, classes);
    } catch (IOException e) {
      String kept =
          progress.epoch() == 1
              ? "there is no checkpoint yet"
              : "the last good checkpoint is that of epoch " + (progress.epoch() - 1);
      throw new IOException(
          "%s cannot be written after epoch %d, step %d: %s; %s"
              .formatted(last(), progress.epoch(), progress.steps(), e, kept),
          e);
    }
  }

  private void write(
      LiveWeights weights, Optimiser optimiser, TrainingState progress, List<String> classes)
      throws IOException {
    Files.createDirectories(folder);
    Map<String, Tensor> snapshot = weights.snapshot();
    if (progress.bestEpoch() == progress.epoch()) {
      new TrainedNetwork(network, classes, snapshot).write(best());
    }
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    snapshot.forEach((name, tensor) -> tensors.put(WEIGHT + name, tensor));
    optimiser
        .state()
        .forEach(
            (name, values) ->
                tensors.put(OPTIMISER + name, Tensor.wrap(TensorShape.of(values.length), values)));
    Map<String, String> texts = new HashMap<>(progress.toTexts());
    texts.put("network", network.source());
    texts.put("options", options.toString());
    new TensorFile(texts, tensors).write(last());
  }

  boolean exists() {
    return Files.exists(last());
  }

  /**
   * Restores the state.
   *
   * @throws IOException if the checkpoint cannot be read
   * @throws IllegalArgumentException if it belongs to another network or other options
   */
  TrainingState restore(LiveWeights weights, Optimiser optimiser) throws IOException {
    TensorFile content = TensorFile.read(last());
    same("network", network.source(), content.texts());
    same("options", options.toString(), content.texts());
    for (Weight weight : weights.declared()) {
      Tensor values = content.tensors().get(WEIGHT + weight.name());
      if (values == null || !values.shape().equals(weight.shape())) {
        throw new IOException("%s: weight %s is missing".formatted(last(), weight.name()));
      }
      weights.set(weight.name(), values.toArray());
    }
    Map<String, float[]> state = new LinkedHashMap<>();
    content
        .tensors()
        .forEach(
            (name, tensor) -> {
              if (name.startsWith(OPTIMISER)) {
                state.put(name.substring(OPTIMISER.length()), tensor.toArray());
              }
            });
    optimiser.restore(state);
    return TrainingState.of(content.texts());
  }

  TrainedNetwork readBest() throws IOException {
    return TrainedNetwork.read(best());
  }

  private void same(String key, String expected, Map<String, String> texts) {
    if (!expected.equals(texts.get(key))) {
      throw new IllegalArgumentException(
          "%s was made with another %s; resume with the same, or train in a new folder"
              .formatted(last(), key));
    }
  }

  private Path last() {
    return folder.resolve("last.safetensors");
  }

  private Path best() {
    return folder.resolve("best.safetensors");
  }
}
