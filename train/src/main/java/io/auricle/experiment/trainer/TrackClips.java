package io.auricle.experiment.trainer;

import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.NetworkRecipe;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.task.Answer;
import io.auricle.feature.FeatureMatrix;
import io.auricle.neural.batch.ClipSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * The clips of some tracks: held in memory as long as there is room, the others read from the cache
 * each time they are needed.
 */
final class TrackClips implements ClipSource {
  /** Of the heap, what clips of one part may take. */
  private static final double SHARE_OF_HEAP = 0.25;

  private final List<String> classes;
  private final boolean framesFirst;
  private final List<Clip> clips;

  /** A clip: one of a list that may be a view of a file. */
  private record Clip(
      List<FeatureMatrix> track,
      int index,
      List<List<FeatureMatrix>> variants,
      Answer answer,
      double weight) {
    FeatureMatrix features() {
      return track.get(index);
    }

    Clip times(double factor) {
      return new Clip(track, index, variants, answer, weight * factor);
    }
  }

  private TrackClips(List<String> classes, boolean framesFirst, List<Clip> clips) {
    this.classes = classes;
    this.framesFirst = framesFirst;
    this.clips = clips;
  }

  /**
   * @param tracks those whose clips are wanted; each as often as it is in the list
   * @param balance as {@link NetworkRecipe#balance}
   */
  static TrackClips of(
      List<LabelledTrack> tracks, List<String> classes, double balance, InputOptions input)
      throws IOException {
    List<Clip> clips = new ArrayList<>();
    long room = (long) (SHARE_OF_HEAP * Runtime.getRuntime().maxMemory() / Float.BYTES);
    // A track that is drawn several times is loaded once.
    IdentityHashMap<LabelledTrack, List<Clip>> loaded = new IdentityHashMap<>();
    for (LabelledTrack track : tracks) {
      List<Clip> own = loaded.get(track);
      if (own == null) {
        own = new ArrayList<>();
        List<FeatureMatrix> features = track.features().load();
        List<List<FeatureMatrix>> variants = variants(track, features.size());
        for (int i = 0; i < features.size(); i++) {
          FeatureMatrix clip = features.get(i);
          room -= (long) clip.frameCount() * clip.columnCount();
          // The clip itself where there is room, the view of its file where there is none.
          List<FeatureMatrix> place = room > 0 ? Collections.nCopies(i + 1, clip) : features;
          own.add(new Clip(place, i, variants, track.answer(), track.weight()));
        }
        loaded.put(track, own);
      }
      clips.addAll(own);
    }
    if (balance > 0) {
      int[] counts = new int[classes.size()];
      clips.forEach(clip -> counts[clip.answer().label()]++);
      clips.replaceAll(clip -> clip.times(Math.pow(counts[clip.answer().label()], -balance)));
    }
    return new TrackClips(classes, input.layout() == InputLayout.FRAMES_BANDS, clips);
  }

  /** Views of files, which take no memory: each is drawn seldom. */
  private static List<List<FeatureMatrix>> variants(LabelledTrack track, int clips)
      throws IOException {
    List<List<FeatureMatrix>> variants = new ArrayList<>();
    for (LabelledTrack.Features variant : track.variants()) {
      List<FeatureMatrix> features = variant.load();
      if (features.size() != clips) {
        throw new IOException(
            "track %s has %d clips, but a variant has %d; delete the cache"
                .formatted(track.id(), clips, features.size()));
      }
      variants.add(features);
    }
    return variants;
  }

  /**
   * Refuses segments that no clip fills.
   *
   * @throws ExperimentException naming both lengths
   */
  void requireLongEnough(int segmentFrames) throws ExperimentException {
    int longest = 0;
    for (Clip clip : clips) {
      longest = Math.max(longest, clip.features().frameCount());
      if (longest >= segmentFrames) {
        return;
      }
    }
    throw new ExperimentException(
        "segmentFrames=%d must be at most %d, the frames of the longest clip"
            .formatted(segmentFrames, longest));
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
  public FeatureMatrix variant(int index, int variant) {
    Clip clip = clips.get(index);
    return clip.variants().get(variant).get(clip.index());
  }

  @Override
  public int variants(int index) {
    return clips.get(index).variants().size();
  }

  @Override
  public int label(int index) {
    return clips.get(index).answer().label();
  }

  @Override
  public float[] targets(int index) {
    List<Double> targets = clips.get(index).answer().targets();
    float[] floats = new float[targets.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = targets.get(i).floatValue();
    }
    return floats;
  }

  @Override
  public boolean isOf(int index, int classIndex) {
    return clips.get(index).answer().has(classIndex);
  }

  @Override
  public double samplingWeight(int index) {
    return clips.get(index).weight();
  }

  @Override
  public boolean framesFirst() {
    return framesFirst;
  }
}
