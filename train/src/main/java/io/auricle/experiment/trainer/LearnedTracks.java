package io.auricle.experiment.trainer;

import io.auricle.experiment.TagOptions;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.split.Part;
import io.auricle.tag.TagSampling;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The tracks that a model learns from; those of rare tags maybe several times. */
final class LearnedTracks {
  private LearnedTracks() {}

  /**
   * Those of some parts.
   *
   * @param tags how tags are learned; null where each track has one label
   * @param tagCount number of tags or labels
   */
  static List<LabelledTrack> of(
      List<LabelledTrack> tracks,
      List<Part> parts,
      @Nullable TagOptions tags,
      int tagCount,
      long seed) {
    List<LabelledTrack> learned =
        tracks.stream().filter(track -> parts.contains(track.part())).toList();
    TagSampling sampling = tags == null ? null : tags.sampling();
    if (sampling == null) {
      return learned;
    }
    List<Set<Integer>> given =
        learned.stream()
            .<Set<Integer>>map(track -> new HashSet<>(track.answer().indices()))
            .toList();
    List<Integer> times = sampling.times(given, tagCount, seed);
    List<LabelledTrack> drawn = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      for (int time = 0; time < times.get(i); time++) {
        drawn.add(learned.get(i));
      }
    }
    return drawn;
  }

  /** The number of tracks that have each tag. */
  static List<Integer> counts(List<LabelledTrack> tracks, int tagCount) {
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < tagCount; i++) {
      int tag = i;
      counts.add((int) tracks.stream().filter(track -> track.answer().has(tag)).count());
    }
    return counts;
  }
}
