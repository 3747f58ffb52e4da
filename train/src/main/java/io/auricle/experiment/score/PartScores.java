package io.auricle.experiment.score;

import io.auricle.dataset.DatasetException;
import io.auricle.eval.Estimates;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.label.Label;
import io.auricle.split.Part;
import java.util.List;
import java.util.Map;

/**
 * What a run's model says of the tracks of one part of a data set.
 *
 * @param dataset name of the data set
 * @param part validation or test
 * @param estimates an item a track
 */
public record PartScores(String dataset, Part part, Estimates estimates) {
  /**
   * Reads the scores of a run, by data set and part; nothing of a run of tags.
   *
   * @throws ExperimentException if it is no run folder
   * @throws DatasetException if its scores cannot be read
   */
  public static List<PartScores> read(RunFolder folder)
      throws ExperimentException, DatasetException {
    Experiment experiment = ExperimentReader.read(folder.experiment(), Map.of());
    if (experiment.tags() != null) {
      return List.of();
    }
    List<String> labels = experiment.labels();
    return of(labels, ScoreTable.read(folder.scores(), labels));
  }

  /** Groups scores by data set and part; what has no track is left out. */
  static List<PartScores> of(List<String> labels, List<Scored> tracks) {
    return ScoredPart.of(tracks).stream()
        .map(own -> new PartScores(own.dataset(), own.part(), estimates(labels, own.tracks())))
        .toList();
  }

  /** An item a track. */
  static Estimates estimates(List<String> labels, List<Scored> tracks) {
    List<Label> classes = labels.stream().map(Label::new).toList();
    Estimates.Builder estimates = Estimates.builder(classes);
    for (Scored track : tracks) {
      double[] scores = track.scores().stream().mapToDouble(score -> score).toArray();
      estimates.add(track.id(), track.group(), classes.get(track.label()), scores);
    }
    return estimates.build();
  }
}
