package io.auricle.bench;

import io.auricle.feature.FeatureMatrix;
import io.auricle.neural.batch.ClipSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Noise to train on: what is measured is time and memory. */
final class RandomClips implements ClipSource {
  private final int classes;
  private final List<FeatureMatrix> clips = new ArrayList<>();

  RandomClips(int count, int frames, int bands, int classes) {
    this.classes = classes;
    SplittableRandom random = new SplittableRandom(440);
    for (int clip = 0; clip < count; clip++) {
      float[] values = new float[frames * bands];
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (-40 + 10 * random.nextGaussian());
      }
      clips.add(FeatureMatrix.of(frames, bands, values));
    }
  }

  List<FeatureMatrix> all() {
    return Collections.unmodifiableList(clips);
  }

  @Override
  public int size() {
    return clips.size();
  }

  @Override
  public List<String> classes() {
    return IntStream.range(0, classes).mapToObj(Integer::toString).toList();
  }

  @Override
  public FeatureMatrix clip(int index) {
    return clips.get(index);
  }

  @Override
  public int label(int index) {
    return index % classes;
  }
}
