package io.auricle.experiment.study;

import io.auricle.experiment.study.FeatureStudy.Importance;
import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/**
 * Importance of features by permutation (Breiman 2001, doi:10.1023/A:1010933404324): the values of
 * one feature change places among the tracks, and what the model loses by that is what the feature
 * is worth to it. Features that say the same share their worth, so look at the correlations, too.
 */
final class Permutation {
  private final Function<List<FeatureMatrix>, List<Double>> model;
  private final List<Integer> references;
  private final List<List<FeatureMatrix>> tracks;
  private final int[] counts;

  /**
   * @param model gives the scores of a track from the vectors of its clips
   * @param labels their number
   * @param references the true label of each track
   * @param tracks the vectors of each track's clips
   */
  Permutation(
      Function<List<FeatureMatrix>, List<Double>> model,
      int labels,
      List<Integer> references,
      List<List<FeatureMatrix>> tracks) {
    this.model = model;
    this.references = references;
    this.tracks = tracks;
    this.counts = new int[labels];
    references.forEach(label -> counts[label]++);
  }

  List<Importance> importances(List<String> features, int repeats, long seed) {
    if (repeats < 1) {
      throw new IllegalArgumentException("repeats=" + repeats + " must be at least 1");
    }
    int[] whole = right(tracks);
    Random random = new Random(seed);
    List<Importance> importances = new ArrayList<>();
    for (int f = 0; f < features.size(); f++) {
      double sum = 0;
      double squares = 0;
      double[] recalls = new double[counts.length];
      for (int repeat = 0; repeat < repeats; repeat++) {
        int[] right = right(shuffled(f, random));
        double drop = 0;
        for (int label = 0; label < counts.length; label++) {
          int lost = whole[label] - right[label];
          drop += (double) lost / references.size();
          recalls[label] += (double) lost / counts[label] / repeats;
        }
        sum += drop;
        squares += drop * drop;
      }
      double mean = sum / repeats;
      importances.add(
          new Importance(
              features.get(f),
              mean,
              Math.sqrt(Math.max(0, squares / repeats - mean * mean)),
              boxed(recalls)));
    }
    return importances;
  }

  /** The tracks that the model is right about, by label. */
  private int[] right(List<List<FeatureMatrix>> clips) {
    int[] right = new int[counts.length];
    for (int t = 0; t < clips.size(); t++) {
      List<Double> scores = model.apply(clips.get(t));
      if (scores.indexOf(Collections.max(scores)) == references.get(t)) {
        right[references.get(t)]++;
      }
    }
    return right;
  }

  /** All tracks with the values of one feature from another track, clip by clip. */
  private List<List<FeatureMatrix>> shuffled(int feature, Random random) {
    List<List<FeatureMatrix>> donors = new ArrayList<>(tracks);
    Collections.shuffle(donors, random);
    List<List<FeatureMatrix>> shuffled = new ArrayList<>();
    for (int t = 0; t < donors.size(); t++) {
      List<FeatureMatrix> donor = donors.get(t);
      List<FeatureMatrix> clips = new ArrayList<>();
      for (FeatureMatrix clip : tracks.get(t)) {
        float[] values = clip.toArray();
        values[feature] = donor.get(clips.size() % donor.size()).at(0, feature);
        clips.add(FeatureMatrix.of(1, values.length, values));
      }
      shuffled.add(clips);
    }
    return shuffled;
  }

  private static List<Double> boxed(double[] values) {
    List<Double> list = new ArrayList<>();
    for (double value : values) {
      list.add(value);
    }
    return list;
  }
}
