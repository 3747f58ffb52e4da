package io.auricle.experiment;

import io.auricle.network.TrainedNetwork;
import io.auricle.neural.NetworkPredictor;
import io.auricle.neural.NetworkTrainer;
import io.auricle.neural.TorchEngine;
import io.auricle.onnx.ExportCheck;
import io.auricle.onnx.NetworkExporter;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Trains a network. The epoch is chosen on the validation part also when that part is learned from:
 * the schedule then decides, for the later epochs fit it best. Each export is checked against the
 * engine on clips of the validation part.
 */
record NetworkModelTrainer(
    NetworkRecipe recipe,
    List<String> labels,
    long seed,
    RunFolder folder,
    Consumer<String> progress)
    implements ModelTrainer {
  private static final int CHECKED_CLIPS = 32;

  @Override
  public Trained train(List<LabelledTrack> tracks, List<Part> learned)
      throws IOException, ExperimentException {
    NetworkTrainer trainer =
        new NetworkTrainer(recipe.network(labels.size()), recipe.training(seed));
    String phase = learned.contains(Part.VALIDATION) ? "final" : "choice";
    int epochs = recipe.training().length().epochs();
    TrackClips validation = TrackClips.of(tracks, List.of(Part.VALIDATION), labels, 0);
    TrainedNetwork trained =
        trainer.train(
            TrackClips.of(tracks, learned, labels, recipe.balance()),
            validation,
            folder.checkpoint().resolve(phase),
            new EpochLog(phase, epochs, folder, progress));
    byte[] onnx = NetworkExporter.export(trained);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("engine", TorchEngine.description());
    facts.put("exportDifference", checkExport(trained, validation, onnx));
    return new Trained(onnx::clone, path -> {}, facts);
  }

  private static double checkExport(TrainedNetwork trained, TrackClips clips, byte[] onnx) {
    try (NetworkPredictor predictor = NetworkPredictor.of(trained)) {
      float[] inputs = predictor.firstSegments(clips, CHECKED_CLIPS);
      int batch = inputs.length / trained.network().input().count();
      float[] expected = predictor.predict(inputs, batch);
      return ExportCheck.require(onnx, trained.network().input().sizes(), inputs, expected);
    }
  }
}
