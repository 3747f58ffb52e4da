package io.auricle.experiment;

import io.auricle.feature.FeatureMatrix;
import io.auricle.neural.ClipSource;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The clips of some parts' tracks, held in memory. */
final class TrackClips implements ClipSource {
  private final List<String> classes;
  private final List<Clip> clips;

  private record Clip(FeatureMatrix features, int label, double weight) {
    Clip times(double factor) {
      return new Clip(features, label, weight * factor);
    }
  }

  private TrackClips(List<String> classes, List<Clip> clips) {
    this.classes = classes;
    this.clips = clips;
  }

  /**
   * @param balance as {@link NetworkRecipe#balance}
   */
  static TrackClips of(
      List<LabelledTrack> tracks, List<Part> parts, List<String> classes, double balance)
      throws IOException {
    List<Clip> clips = new ArrayList<>();
    for (LabelledTrack track : tracks) {
      if (parts.contains(track.part())) {
        for (FeatureMatrix features : track.features().load()) {
          clips.add(new Clip(features, track.label(), track.weight()));
        }
      }
    }
    int[] counts = new int[classes.size()];
    clips.forEach(clip -> counts[clip.label()]++);
    clips.replaceAll(clip -> clip.times(Math.pow(counts[clip.label()], -balance)));
    return new TrackClips(classes, clips);
  }

  @Override
  public int size() {
    return clips.size();
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public FeatureMatrix clip(int index) {
    return clips.get(index).features();
  }

  @Override
  public int label(int index) {
    return clips.get(index).label();
  }

  @Override
  public double samplingWeight(int index) {
    return clips.get(index).weight();
  }
}
