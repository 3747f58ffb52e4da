package io.auricle.teach;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import io.auricle.split.GroupedFolds;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Tracks dealt into folds, of which no group is torn apart.
 *
 * @param held of each fold the indices of the tracks that are scored and not learned from
 * @param grouped whether groups are held together; not where a label has but one
 */
record Folds(List<List<Integer>> held, boolean grouped) {
  private static final int MOST = 5;

  /** Deals tracks of at least two labels; each label is in every fold's training part. */
  static Folds of(List<TaughtTrack> tracks, long seed) {
    int groups = fewest(tracks, true);
    boolean grouped = groups >= 2;
    int count = Math.min(MOST, grouped ? groups : fewest(tracks, false));
    List<Track> dealt = new ArrayList<>();
    for (int i = 0; i < tracks.size(); i++) {
      TaughtTrack track = tracks.get(i);
      Label label = new Label(track.label());
      String id = String.valueOf(i);
      dealt.add(new Track(new TrackId(id), null, List.of(label), grouped ? track.group() : id));
    }
    List<List<Integer>> held = new ArrayList<>();
    for (Split split : new GroupedFolds(seed, count, false).of("fold", dealt)) {
      held.add(
          dealt.stream()
              .map(Track::id)
              .filter(id -> split.partOf(id).orElseThrow() == Part.TEST)
              .map(id -> Integer.valueOf(id.value()))
              .toList());
    }
    return new Folds(held, grouped);
  }

  /** The groups, or tracks, of the label that has the fewest. */
  private static int fewest(List<TaughtTrack> tracks, boolean groups) {
    Map<String, List<TaughtTrack>> labels =
        tracks.stream()
            .collect(Collectors.groupingBy(TaughtTrack::label, TreeMap::new, Collectors.toList()));
    return labels.values().stream()
        .mapToInt(
            of -> groups ? (int) of.stream().map(TaughtTrack::group).distinct().count() : of.size())
        .min()
        .orElse(0);
  }
}
