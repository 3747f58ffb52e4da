package io.auricle.experiment;

import io.auricle.network.TrainedNetwork;
import io.auricle.neural.EpochMetrics;
import io.auricle.neural.NetworkTrainer;
import io.auricle.onnx.NetworkExporter;
import io.auricle.split.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains a network. The epoch is chosen on the validation part also when that part is learned from:
 * the schedule then decides, for the later epochs fit it best.
 */
record NetworkModelTrainer(
    NetworkRecipe recipe,
    List<String> labels,
    long seed,
    RunFolder folder,
    Consumer<String> progress)
    implements ModelTrainer {
  @Override
  public Trained train(List<LabelledTrack> tracks, List<Part> learned)
      throws IOException, ExperimentException {
    NetworkTrainer trainer =
        new NetworkTrainer(recipe.network(labels.size()), recipe.training(seed));
    String phase = learned.contains(Part.VALIDATION) ? "final" : "choice";
    TrainedNetwork trained =
        trainer.train(
            TrackClips.of(tracks, learned, labels, recipe.balance()),
            TrackClips.of(tracks, List.of(Part.VALIDATION), labels, 0),
            folder.checkpoint().resolve(phase),
            metrics -> note(phase, metrics));
    return new Trained(() -> NetworkExporter.export(trained), path -> {});
  }

  private void note(String phase, EpochMetrics metrics) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("phase", phase);
    line.put("epoch", metrics);
    progress.accept(
        "epoch %d: loss %.3f, validation accuracy %.3f, %.1f s"
            .formatted(
                metrics.epoch(), metrics.loss(), metrics.validationAccuracy(), metrics.seconds()));
    try {
      folder.addMetrics(line);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write metrics of " + folder.path(), e);
    }
  }
}
