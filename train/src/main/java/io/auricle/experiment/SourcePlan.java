package io.auricle.experiment;

import io.auricle.dataset.Track;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a source would give, before anything of it is analysed.
 *
 * @param options as written
 * @param contents what is at its path
 * @param split as made or read
 * @param entries its tracks with a label of the experiment, in the order of their ids
 * @param otherLabels number of tracks left out, by label
 */
record SourcePlan(
    SourceOptions options,
    SourceLoader.Contents contents,
    Split split,
    List<Entry> entries,
    Map<String, Integer> otherLabels) {
  /** A track, its part and what is true of it. */
  record Entry(Track track, Part part, Answer answer) {}

  /**
   * Refuses parts in which a label has no track.
   *
   * @throws ExperimentException naming the labels
   */
  static void requireEachLabel(List<SourcePlan> plans, List<String> labels, Part part)
      throws ExperimentException {
    List<String> missing = new ArrayList<>(labels);
    for (SourcePlan plan : plans) {
      for (Entry entry : plan.entries()) {
        if (entry.part() == part) {
          entry.answer().indices().forEach(label -> missing.remove(labels.get(label)));
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new ExperimentException(
          ("labels %s have no track in the %s part; check the data sets' labels (labels: renames"
                  + " them), the split and parts, or take them off the list")
              .formatted(missing, part.title()));
    }
  }
}
