package io.auricle.experiment.source;

import io.auricle.dataset.Track;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.task.Answer;
import io.auricle.experiment.task.TagOptions.Learn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Any number of tags is true of a track.
 *
 * @param tags those that were found, and their clean-up
 * @param learn what of them is learned
 */
record TagAnswers(FoundTags tags, Learn learn) implements Answers {
  @Override
  public void check(SourceOptions source, Map<String, Map<String, Double>> shares)
      throws ExperimentException {
    if (learn == Learn.SHARES && shares.isEmpty()) {
      throw new ExperimentException(
          "%s: learn=shares must be tags, for the data set %s says not how many gave a tag"
              .formatted(source.path(), source.dataset()));
    }
  }

  /** Empty if the track has tags, but the clean-up leaves none of them. */
  @Override
  public Optional<Answer> of(SourceOptions source, Track track, Map<String, Double> shares) {
    Set<String> before = Answers.names(source, track);
    Set<String> after = tags.clean().of(before);
    if (after.isEmpty() && !before.isEmpty()) {
      return Optional.empty();
    }
    List<Boolean> given = tags.labels().stream().map(after::contains).toList();
    if (learn == Learn.TAGS) {
      return Optional.of(Answer.tags(given));
    }
    Map<String, Double> merged = new TreeMap<>();
    shares.forEach(
        (name, share) ->
            tags.clean()
                .of(Set.of(Answers.renamed(source, name)))
                .forEach(tag -> merged.merge(tag, share, Math::max)));
    List<Double> targets =
        tags.labels().stream().map(tag -> merged.getOrDefault(tag, 0.0)).toList();
    return Optional.of(new Answer(targets, given));
  }
}
