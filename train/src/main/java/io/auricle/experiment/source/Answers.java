package io.auricle.experiment.source;

import io.auricle.dataset.Track;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.task.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What an experiment takes to be true of the tracks of its sources. */
interface Answers {
  /**
   * Refuses a source that cannot give what is learned.
   *
   * @param shares how large a share of listeners gave each tag, by track
   * @throws ExperimentException if a renamed label is none of the experiment's, or shares are
   *     learned and not known
   */
  void check(SourceOptions source, Map<String, Map<String, Double>> shares)
      throws ExperimentException;

  /**
   * What is true of a track; empty if nothing that the experiment is about.
   *
   * @param shares how large a share of listeners gave the track each tag
   * @throws ExperimentException if it has not one label where one is learned
   */
  Optional<Answer> of(SourceOptions source, Track track, Map<String, Double> shares)
      throws ExperimentException;

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
