package io.auricle.experiment.score;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.ModelCard;
import io.auricle.dataset.DatasetException;
import io.auricle.eval.Judged;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.task.ScoredPart;
import io.auricle.experiment.task.Task;
import io.auricle.split.Part;
import java.util.List;

/**
 * What a run's model says of the tracks of one part of a data set.
 *
 * @param dataset name of the data set
 * @param part validation or test
 * @param judged an item a track
 */
public record RunScores(String dataset, Part part, Judged judged) {
  /**
   * Reads the scores of a run, by data set and part.
   *
   * @throws BundleException if it has no model
   * @throws DatasetException if its scores cannot be read
   */
  public static List<RunScores> read(RunFolder folder) throws BundleException, DatasetException {
    ModelCard card = Bundle.read(folder.model()).card();
    Task task = Task.of(card);
    return ScoredPart.of(ScoreTable.read(folder.scores(), card.labels())).stream()
        .map(p -> new RunScores(p.dataset(), p.part(), task.judged(card.scores(), p.tracks())))
        .toList();
  }
}
