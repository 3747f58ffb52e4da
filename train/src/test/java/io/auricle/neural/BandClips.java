package io.auricle.neural;

import io.auricle.feature.FeatureMatrix;
import io.auricle.neural.batch.ClipSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Made-up clips whose class is the third of the bands that is loud. */
final class BandClips implements ClipSource {
  private static final List<String> CLASSES = List.of("low", "middle", "high");

  private final List<FeatureMatrix> clips = new ArrayList<>();

  BandClips(int count, int bands, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int clip = 0; clip < count; clip++) {
      int frames = 8 + random.nextInt(40);
      float[] values = new float[frames * bands];
      for (int i = 0; i < values.length; i++) {
        boolean loud = (i % bands) * 3 / bands == clip % 3;
        values[i] = (float) (-60 + (loud ? 20 : 0) + 8 * random.nextGaussian());
      }
      clips.add(FeatureMatrix.of(frames, bands, values));
    }
  }

  @Override
  public int size() {
    return clips.size();
  }

  @Override
  public List<String> classes() {
    return CLASSES;
  }

  @Override
  public FeatureMatrix clip(int index) {
    return clips.get(index);
  }

  @Override
  public int label(int index) {
    return index % 3;
  }
}
