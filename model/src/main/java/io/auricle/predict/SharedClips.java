package io.auricle.predict;

import io.auricle.audio.Signal;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.predict.onnx.OnnxModel;
import io.auricle.predict.onnx.Segments;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What members of one or several models share: clips, and what their features are computed from.
 */
final class SharedClips {
  private final FeatureExtractor base;
  private final List<MemberTrack> tracks = new ArrayList<>();

  private SharedClips(FeatureExtractor base) {
    this.base = base;
  }

  /**
   * What cuts a stream for all members of the models, and lets them hear the clips.
   *
   * @param models of one rate
   * @param tracks of each model those of its members
   */
  static List<ClipCutter> cutters(List<Classifier> models, List<List<MemberTrack>> tracks) {
    Map<List<Object>, SharedClips> shared = new LinkedHashMap<>();
    List<ClipCutter> cutters = new ArrayList<>();
    for (int i = 0; i < models.size(); i++) {
      Classifier model = models.get(i);
      for (MemberTrack track : tracks.get(i)) {
        InputOptions input = track.member().input();
        FeatureOptions base = input.features().base();
        List<Object> key = List.of(base, input.cut());
        @Nullable SharedClips clips = shared.get(key);
        if (clips == null) {
          SharedClips added = new SharedClips(model.extractor(base));
          shared.put(key, added);
          cutters.add(new ClipCutter(model.sampleRateHz(), input.cut(), added::clip));
          clips = added;
        }
        clips.tracks.add(track);
      }
    }
    return cutters;
  }

  private void clip(Signal clip, double startSeconds) {
    if (TrackFeatures.isSilent(clip)) {
      return;
    }
    FeatureMatrix extracted = base.extract(SteadyOffset.without(clip));
    Map<FeatureOptions, FeatureMatrix> features = new HashMap<>();
    Map<InputOptions, Segments> segments = new HashMap<>();
    Map<List<Object>, Map<String, float[][]>> outputs = new HashMap<>();
    for (MemberTrack track : tracks) {
      InputOptions input = track.member().input();
      Segments heard =
          segments.computeIfAbsent(
              input,
              in ->
                  Segments.of(
                      features.computeIfAbsent(in.features(), set -> set.derive(extracted)), in));
      OnnxModel model = track.member().model();
      model.requireOpen();
      track.add(
          heard,
          outputs.computeIfAbsent(network(track), own -> model.run(heard, wanted(network(track)))),
          startSeconds,
          clip.durationSeconds());
    }
  }

  /** What is run once: a network on segments. */
  private static List<Object> network(MemberTrack track) {
    return List.of(track.member().model().session(), track.member().input());
  }

  /** The outputs that members read of a network. */
  private Set<String> wanted(List<Object> network) {
    Set<String> names = new LinkedHashSet<>();
    for (MemberTrack track : tracks) {
      if (network(track).equals(network)) {
        names.addAll(track.member().model().outputs().names());
      }
    }
    return names;
  }
}
