package io.auricle.experiment.trainer;

import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.task.Answer;
import io.auricle.experiment.task.Task;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The tracks that a model learns from; those of rare tags maybe several times. */
final class LearnedTracks {
  private LearnedTracks() {}

  /** Those of some parts, as often as the task wants. */
  static List<LabelledTrack> of(
      List<LabelledTrack> tracks, List<Part> parts, Task task, long seed) {
    List<LabelledTrack> learned =
        tracks.stream().filter(track -> parts.contains(track.part())).toList();
    List<Integer> times = task.times(answers(learned), seed);
    List<LabelledTrack> drawn = new ArrayList<>();
    for (int i = 0; i < times.size(); i++) {
      drawn.addAll(Collections.nCopies(times.get(i), learned.get(i)));
    }
    return drawn;
  }

  /** What is true of each. */
  static List<Answer> answers(List<LabelledTrack> tracks) {
    return tracks.stream().map(LabelledTrack::answer).toList();
  }
}
