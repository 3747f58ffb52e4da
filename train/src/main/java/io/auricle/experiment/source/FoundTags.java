package io.auricle.experiment.source;

import io.auricle.experiment.ExperimentException;
import io.auricle.split.Part;
import io.auricle.tag.CleanTags;
import io.auricle.yaml.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tags that an experiment is about, found in its data.
 *
 * @param labels those learned, in the order of the scores
 * @param clean what the clean-up did
 * @param unlearnable tags left out because no track of the training part has them, or every one
 */
public record FoundTags(List<String> labels, CleanTags clean, List<String> unlearnable) {
  public FoundTags {
    labels = List.copyOf(labels);
    unlearnable = List.copyOf(unlearnable);
  }

  /** The tags of a track and the part it is in. */
  record Tagged(Set<String> tags, Part part) {}

  /**
   * Finds the tags.
   *
   * @param wanted those that the experiment names; all if empty
   * @param tracks tags before the clean-up
   * @throws ExperimentException if a tag that is wanted is not there, or none can be learned
   */
  static FoundTags of(List<String> wanted, CleanTags clean, List<Tagged> tracks)
      throws ExperimentException {
    for (String tag : wanted) {
      if (!clean.after().containsKey(tag)) {
        throw new ExperimentException(
            "labels: %s is none of the %d tags that the data have after the clean-up; did you mean %s?"
                .formatted(tag, clean.after().size(), Nearest.of(tag, clean.tags())));
      }
    }
    List<String> labels = new ArrayList<>(wanted.isEmpty() ? clean.tags() : wanted);
    List<Set<String>> learned =
        tracks.stream()
            .filter(track -> track.part() == Part.TRAIN)
            .map(track -> clean.of(track.tags()))
            .toList();
    List<String> unlearnable =
        labels.stream()
            .filter(tag -> learned.stream().map(tags -> tags.contains(tag)).distinct().count() < 2)
            .toList();
    labels.removeAll(unlearnable);
    if (labels.isEmpty()) {
      throw new ExperimentException(
          "no tag can be learned: of %s each is on none or all of the %d tracks of the training part"
              .formatted(unlearnable, learned.size()));
    }
    return new FoundTags(labels, clean, unlearnable);
  }

  /** For run.json. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("before", clean.before());
    facts.put("dropped", clean.cleanUp().drop());
    facts.put("merged", clean.cleanUp().merge());
    facts.put("tooRare", clean.rare());
    facts.put("absent", clean.absent());
    facts.put("after", clean.after());
    facts.put("notInTraining", unlearnable);
    return facts;
  }

  /** One line for the user. */
  public String summary() {
    String text =
        "%d tags, %d after the clean-up, %d learned"
            .formatted(clean.before().size(), clean.after().size(), labels.size());
    if (!clean.absent().isEmpty()) {
      text += "; not there to be dropped or merged: " + String.join(", ", clean.absent());
    }
    return unlearnable.isEmpty()
        ? text
        : "%s; left out, being on none or all of the training tracks: %s"
            .formatted(text, String.join(", ", unlearnable));
  }
}
