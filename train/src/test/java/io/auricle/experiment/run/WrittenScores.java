package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.auricle.bundle.Bundle;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.task.Scored;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import io.auricle.split.Part;
import java.nio.file.Path;
import java.util.List;

/** What stands in {@code scores.csv} of a run is what its bundle says of the same files. */
final class WrittenScores {
  private WrittenScores() {}

  /**
   * Compares the scores of all test tracks with those that the loaded bundle gives their files.
   *
   * @param audio folder of the tracks
   */
  static void assertSaidByBundle(RunFolder run, List<String> labels, Path audio) throws Exception {
    List<Scored> tests =
        ScoreTable.read(run.scores(), labels).stream().filter(t -> t.part() == Part.TEST).toList();
    assertFalse(tests.isEmpty());
    try (Classifier classifier = Classifiers.load(Bundle.read(run.model()))) {
      for (Scored track : tests) {
        TrackPrediction said = classifier.predict(audio.resolve(track.id()));
        for (int label = 0; label < labels.size(); label++) {
          String what = run.path() + " " + track.id() + " " + labels.get(label);
          assertEquals(track.scores().get(label), said.score(labels.get(label)), 1e-6, what);
        }
      }
    }
  }
}
