package io.auricle.experiment.source;

import io.auricle.dataset.Track;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.task.Answer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One label is true of each track.
 *
 * @param labels the experiment's, in the order of the scores
 */
record LabelAnswers(List<String> labels) implements Answers {
  @Override
  public void check(SourceOptions source, Map<String, Map<String, Double>> shares)
      throws ExperimentException {
    for (Map.Entry<String, String> rename : source.labels().entrySet()) {
      if (!labels.contains(rename.getValue())) {
        throw new ExperimentException(
            "%s: labels: %s becomes %s, which is none of the model's labels %s"
                .formatted(source.path(), rename.getKey(), rename.getValue(), labels));
      }
    }
  }

  @Override
  public Optional<Answer> of(SourceOptions source, Track track, Map<String, Double> shares)
      throws ExperimentException {
    if (track.labels().size() != 1) {
      throw new ExperimentException(
          "%s: track %s has %s, not one label; any number is learned where the experiment has tags: {}"
              .formatted(source.path(), track.id(), track.labels()));
    }
    int label = labels.indexOf(Answers.renamed(source, track.label().name()));
    return label < 0 ? Optional.empty() : Optional.of(Answer.label(label, labels.size()));
  }
}
