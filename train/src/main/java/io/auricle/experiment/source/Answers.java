package io.auricle.experiment.source;

import io.auricle.dataset.Track;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.TagOptions;
import io.auricle.experiment.TagOptions.Learn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an experiment takes to be true of the tracks of its sources.
 *
 * @param labels the experiment's, in the order of the scores
 * @param options how tags are learned; null if each track has one label
 * @param found the tags and their clean-up, once they were found; null for labels
 */
record Answers(List<String> labels, @Nullable TagOptions options, @Nullable FoundTags found) {
  Answers {
    labels = List.copyOf(labels);
  }

  /**
   * Refuses a source that cannot give what is learned.
   *
   * @param shares how large a share of listeners gave each tag, by track
   * @throws ExperimentException if a renamed label is none of the experiment's, or shares are
   *     learned and not known
   */
  void check(SourceOptions source, Map<String, Map<String, Double>> shares)
      throws ExperimentException {
    if (found == null) {
      checkRenames(source);
    }
    if (options != null && options.learn() == Learn.SHARES && shares.isEmpty()) {
      throw new ExperimentException(
          "%s: learn=shares must be tags, for the data set %s says not how many gave a tag"
              .formatted(source.path(), source.dataset()));
    }
  }

  private void checkRenames(SourceOptions source) throws ExperimentException {
    for (Map.Entry<String, String> rename : source.labels().entrySet()) {
      if (!labels.contains(rename.getValue())) {
        throw new ExperimentException(
            "%s: labels: %s becomes %s, which is none of the model's labels %s"
                .formatted(source.path(), rename.getKey(), rename.getValue(), labels));
      }
    }
  }

  /**
   * What is true of a track; empty if nothing that the experiment is about.
   *
   * @param shares how large a share of listeners gave the track each tag
   * @throws ExperimentException if it has not one label where one is learned
   */
  Optional<Answer> of(SourceOptions source, Track track, Map<String, Double> shares)
      throws ExperimentException {
    return found == null ? label(source, track) : tags(source, found, track, shares);
  }

  private Optional<Answer> label(SourceOptions source, Track track) throws ExperimentException {
    if (track.labels().size() != 1) {
      throw new ExperimentException(
          "%s: track %s has %s, not one label; any number is learned where the experiment has tags: {}"
              .formatted(source.path(), track.id(), track.labels()));
    }
    int label = labels.indexOf(renamed(source, track.label().name()));
    return label < 0 ? Optional.empty() : Optional.of(Answer.label(label, labels.size()));
  }

  /** Empty if the track has tags, but the clean-up leaves none of them. */
  private Optional<Answer> tags(
      SourceOptions source, FoundTags tags, Track track, Map<String, Double> shares) {
    Set<String> before = names(source, track);
    Set<String> after = tags.clean().of(before);
    if (after.isEmpty() && !before.isEmpty()) {
      return Optional.empty();
    }
    List<Boolean> given = labels.stream().map(after::contains).toList();
    if (options == null || options.learn() == Learn.TAGS) {
      return Optional.of(Answer.tags(given));
    }
    Map<String, Double> merged = new TreeMap<>();
    shares.forEach(
        (name, share) ->
            tags.clean()
                .of(Set.of(renamed(source, name)))
                .forEach(tag -> merged.merge(tag, share, Math::max)));
    List<Double> targets = labels.stream().map(tag -> merged.getOrDefault(tag, 0.0)).toList();
    return Optional.of(new Answer(targets, given));
  }

  /** The labels of a track in the experiment's words, before any clean-up. */
  static Set<String> names(SourceOptions source, Track track) {
    Set<String> names = new TreeSet<>();
    track.labels().forEach(label -> names.add(renamed(source, label.name())));
    return names;
  }

  /** A label of the source in the experiment's words. */
  static String renamed(SourceOptions source, String name) {
    return source.labels().getOrDefault(name, name);
  }
}
