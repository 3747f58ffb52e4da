package io.auricle.experiment.source;

import io.auricle.classic.model.ColumnScale;
import io.auricle.experiment.ScaleOptions;
import io.auricle.feature.FeatureMatrix;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Tracks with features that are scaled over all of them, or over those of their part. */
final class ScaledTracks {
  private ScaledTracks() {}

  static List<LabelledTrack> of(ScaleOptions options, List<LabelledTrack> tracks)
      throws IOException {
    Map<Part, ColumnScale> scales = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      List<FeatureMatrix> vectors = new ArrayList<>();
      for (LabelledTrack track : tracks) {
        if (options.over() == ScaleOptions.Over.ALL || track.part() == part) {
          vectors.addAll(track.features().load());
        }
      }
      if (!vectors.isEmpty()) {
        scales.put(part, ColumnScale.of(options.kind(), vectors));
      }
    }
    return tracks.stream().map(track -> scaled(track, scales)).toList();
  }

  private static LabelledTrack scaled(LabelledTrack track, Map<Part, ColumnScale> scales) {
    ColumnScale scale = scales.get(track.part());
    if (scale == null) {
      throw new IllegalArgumentException("part=%s has no tracks".formatted(track.part()));
    }
    return new LabelledTrack(
        track.dataset(),
        track.id(),
        track.group(),
        track.part(),
        track.answer(),
        track.weight(),
        () -> track.features().load().stream().map(scale::apply).toList(),
        track.variants());
  }
}
