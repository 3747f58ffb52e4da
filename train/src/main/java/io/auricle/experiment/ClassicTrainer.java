package io.auricle.experiment;

import io.auricle.classic.ClassicModel;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.TrainingSet;
import io.auricle.feature.FeatureMatrix;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Trains a classical model: each clip of a track is an example. */
record ClassicTrainer(ClassicOptions options, List<String> labels, long seed)
    implements ModelTrainer {
  @Override
  public Trained train(List<LabelledTrack> tracks, List<Part> learned)
      throws IOException, ExperimentException {
    List<TrainingSet.Vector> vectors = new ArrayList<>();
    for (LabelledTrack track : tracks) {
      if (learned.contains(track.part())) {
        if (track.weight() != 1) {
          throw new ExperimentException(
              "weight=%s of %s must be 1 for a classical model"
                  .formatted(track.weight(), track.dataset()));
        }
        for (FeatureMatrix clip : track.features().load()) {
          vectors.add(new TrainingSet.Vector(track.group(), track.label(), clip));
        }
      }
    }
    ClassicModel model = options.train(new TrainingSet(labels, vectors), seed);
    return new Trained(
        model::toOnnx, folder -> model.saveTribuo(folder.resolve(options.kind() + ".tribuo")));
  }
}
