package io.auricle.experiment.source;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Duplicates;
import io.auricle.dataset.Track;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.task.Answer;
import io.auricle.split.Part;
import io.auricle.split.Split;
import io.auricle.split.SplitCheck;
import io.auricle.text.ShortList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a source would give, before anything of it is analysed.
 *
 * @param options as written
 * @param contents what is at its path
 * @param split as made or read
 * @param entries its tracks with a label of the experiment, in the order of their ids
 * @param otherLabels number of tracks left out, by label
 * @param warnings what is to be known of the files that were read
 */
public record SourcePlan(
    SourceOptions options,
    SourceLoader.Contents contents,
    Split split,
    List<Entry> entries,
    Map<String, Integer> otherLabels,
    List<String> warnings) {
  private static final int OTHERS = 10;

  /** A track, its part and what is true of it. */
  public record Entry(Track track, Part part, Answer answer) {}

  /**
   * Refuses a split with artists or files on two sides, unless it says that it is leaky.
   *
   * @param copies sets of tracks of the same content
   * @throws ExperimentException naming them
   */
  void requireNoLeak(List<List<Track>> copies) throws ExperimentException {
    List<Track> tracks = entries.stream().map(Entry::track).toList();
    List<List<Track>> used =
        copies.stream().map(set -> set.stream().filter(tracks::contains).toList()).toList();
    List<String> leaks = split.leaky() ? List.of() : SplitCheck.leaks(split, tracks, used);
    if (!leaks.isEmpty()) {
      throw new ExperimentException(
          "%s: split %s: %s; auricle split make writes one without"
              .formatted(options.path(), split.name(), String.join("; ", leaks)));
    }
  }

  /**
   * Refuses sources of which one tests what another trains: the same file, or the same recording or
   * artist of one data set. Leaky sources may.
   *
   * @throws ExperimentException naming what is on two sides
   */
  static void requireApart(List<SourcePlan> plans) throws ExperimentException, DatasetException {
    Map<String, Place> groups = new HashMap<>();
    Map<Path, Place> files = new HashMap<>();
    List<Track> audible = new ArrayList<>();
    for (SourcePlan plan : plans) {
      for (Entry entry : plan.split().leaky() ? List.<Entry>of() : plan.entries()) {
        Place place = new Place(plan.options().path(), entry.track(), entry.part());
        String group = plan.options().dataset() + ":" + entry.track().group();
        place.requireSide(groups.putIfAbsent(group, place));
        Path file = entry.track().path();
        if (file != null && files.put(file, place) == null) {
          audible.add(entry.track());
        }
      }
    }
    for (List<Track> same : Duplicates.of(audible)) {
      Place first = files.get(same.get(0).path());
      for (Track track : same) {
        Place place = files.get(track.path());
        if (place != null) {
          place.requireSide(first);
        }
      }
    }
  }

  /** Where a track is used. */
  private record Place(String path, Track track, Part part) {
    void requireSide(@Nullable Place other) throws ExperimentException {
      if (other != null && other.part() != part) {
        throw new ExperimentException(
            "%s: track %s is in %s, but %s of %s, of the same recording or artist, is in %s"
                .formatted(
                    path,
                    track.id(),
                    part.title(),
                    other.track().id(),
                    other.path(),
                    other.part().title()));
      }
    }
  }

  /**
   * Refuses parts in which a label has no track.
   *
   * @throws ExperimentException naming the labels
   */
  public static void requireEachLabel(List<SourcePlan> plans, List<String> labels, Part part)
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
                  + " them)%s, the split and parts, or take them off the list")
              .formatted(missing, part.title(), others(plans)));
    }
  }

  /** The first labels of the data sets that are not on the list: one may be meant. */
  private static String others(List<SourcePlan> plans) {
    List<String> others =
        plans.stream()
            .flatMap(plan -> plan.otherLabels().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    return others.isEmpty() ? "" : ", which have " + ShortList.of(others, OTHERS) + " too";
  }
}
