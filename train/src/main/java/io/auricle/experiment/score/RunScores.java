package io.auricle.experiment.score;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.ModelCard;
import io.auricle.dataset.DatasetException;
import io.auricle.eval.Estimates;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.ScoredItems;
import io.auricle.eval.TagEstimates;
import io.auricle.eval.Thresholds;
import io.auricle.eval.TrackEvaluation;
import io.auricle.experiment.RunFolder;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a run's model says of the tracks of one part of a data set, of labels or of tags.
 *
 * @param dataset name of the data set
 * @param part validation or test
 * @param items an item a track
 * @param thresholds from which scores on tags are given; null for labels
 * @param sureFrom from which score on the best label is an answer; null for tags
 */
public record RunScores(
    String dataset,
    Part part,
    ScoredItems items,
    @Nullable Thresholds thresholds,
    @Nullable Double sureFrom) {
  /**
   * Reads the scores of a run, by data set and part.
   *
   * @throws BundleException if it has no model
   * @throws DatasetException if its scores cannot be read
   */
  public static List<RunScores> read(RunFolder folder) throws BundleException, DatasetException {
    ModelCard card = Bundle.read(folder.model()).card();
    List<Scored> tracks = ScoreTable.read(folder.scores(), card.labels());
    List<RunScores> all = new ArrayList<>();
    if (card.scores().tags()) {
      Thresholds thresholds = TagScores.thresholds(card.labels(), card.scores());
      for (TagScores scores : TagScores.of(card.labels(), tracks)) {
        all.add(
            new RunScores(scores.dataset(), scores.part(), scores.estimates(), thresholds, null));
      }
    } else {
      for (PartScores scores : PartScores.of(card.labels(), tracks)) {
        double sureFrom = card.scores().sureFrom();
        all.add(new RunScores(scores.dataset(), scores.part(), scores.estimates(), null, sureFrom));
      }
    }
    return all;
  }

  /** Evaluates the scores. */
  public TrackEvaluation evaluate(EvaluationOptions options) {
    if (items instanceof TagEstimates tags && thresholds != null) {
      return TrackEvaluation.of(tags, thresholds, options);
    }
    if (items instanceof Estimates labels) {
      return TrackEvaluation.of(labels, sureFrom, options);
    }
    throw new IllegalStateException("tags without thresholds");
  }
}
