package io.auricle.experiment.run;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.InputOptions;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.Summary;
import io.auricle.experiment.task.Scored;
import io.auricle.experiment.trainer.TrackScorer;
import io.auricle.feature.FeatureMatrix;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A model as it was written: every score of an experiment is one that its bundle gives, but for
 * models that are not written.
 *
 * @param folder of the bundle
 * @param input its way from a track to the model
 */
record WrittenModel(Path folder, InputOptions input) {
  /** The scores of the tracks of a part. */
  List<Scored> score(List<LabelledTrack> tracks, Part part) throws IOException {
    try (Classifier classifier = Classifiers.load(Bundle.read(folder))) {
      return score(tracks, part, classifier::scores);
    }
  }

  /** The same by a model that is not written. */
  List<Scored> score(List<LabelledTrack> tracks, Part part, Supplier<TrackScorer> scoring)
      throws IOException {
    try (TrackScorer scorer = scoring.get()) {
      return score(tracks, part, scorer::scores);
    }
  }

  private List<Scored> score(
      List<LabelledTrack> tracks, Part part, Function<List<FeatureMatrix>, List<Double>> model)
      throws IOException {
    Summary summary = new Summary(input.features());
    List<Scored> scored = new ArrayList<>();
    for (LabelledTrack track : tracks) {
      if (track.part() == part) {
        List<Double> scores = model.apply(summary.of(track.features().load()));
        scored.add(
            new Scored(track.dataset(), track.id(), track.group(), part, track.answer(), scores));
      }
    }
    return scored;
  }
}
