package io.auricle.experiment.run;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.FoldOptions;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.label.Label;
import io.auricle.split.GroupedFolds;
import io.auricle.split.Grouping;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * The training and validation tracks of some sources in folds; test tracks are in none.
 *
 * @param splits one a fold, whose tracks are the test part
 */
record TrackFolds(List<Split> splits) {
  TrackFolds {
    splits = List.copyOf(splits);
  }

  /**
   * Deals the tracks.
   *
   * @param validation whether the fold behind each is for validation
   * @throws ExperimentException if a label has fewer groups than there are folds
   */
  static TrackFolds of(
      List<SourcePlan> plans, List<String> labels, FoldOptions options, boolean validation)
      throws ExperimentException {
    List<Track> tracks = new ArrayList<>();
    TreeMap<Integer, Set<String>> groups = new TreeMap<>();
    for (SourcePlan plan : plans) {
      // Pieces that are scored by themselves bear their track in the artist's place.
      boolean group = options.by() == Grouping.ARTIST || plan.options().pieces();
      for (SourcePlan.Entry entry : plan.entries()) {
        if (entry.part() != Part.TEST) {
          Track track = entry.track();
          String dataset = plan.options().dataset();
          Track named =
              new Track(
                  id(dataset, track.id().value()),
                  null,
                  entry.answer().indices().stream().map(i -> new Label(labels.get(i))).toList(),
                  group ? dataset + ":" + track.group() : null);
          tracks.add(named);
          for (int label : entry.answer().indices()) {
            groups.computeIfAbsent(label, none -> new HashSet<>()).add(named.group());
          }
        }
      }
    }
    for (int label = 0; label < labels.size(); label++) {
      int count = groups.getOrDefault(label, Set.of()).size();
      if (count < options.count()) {
        throw new ExperimentException(
            ("label %s has %d %s in the training and validation parts, fewer than folds.count=%d;"
                    + " take fewer folds, or the label off the list")
                .formatted(
                    labels.get(label),
                    count,
                    options.by() == Grouping.ARTIST ? "artists or tracks" : "tracks",
                    options.count()));
      }
    }
    GroupedFolds folds = new GroupedFolds(options.seed(), options.count(), validation);
    return new TrackFolds(folds.of("fold", tracks));
  }

  /**
   * A track with the part it has in a fold.
   *
   * @param fold counted from 0
   */
  LabelledTrack dealt(LabelledTrack track, int fold) {
    Part part = splits.get(fold).partOf(id(track.dataset(), track.id())).orElseThrow();
    return track.in(part);
  }

  /**
   * All tracks that are learned from, those of a fold as the validation part and the others as the
   * training part; test tracks are left out.
   *
   * @param fold counted from 0
   */
  List<LabelledTrack> dealt(List<LabelledTrack> tracks, int fold) {
    return tracks.stream()
        .filter(track -> track.part() != Part.TEST)
        .map(track -> dealt(track, fold))
        .map(track -> track.part() == Part.TEST ? track.in(Part.VALIDATION) : track)
        .toList();
  }

  /** A name for exactly these folds. */
  String hash() {
    return splits.stream().map(Split::hash).reduce("", String::concat);
  }

  private static TrackId id(String dataset, String track) {
    return new TrackId(dataset + "/" + track);
  }
}
