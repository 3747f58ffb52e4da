package io.auricle.neural.batch;

import io.auricle.feature.FeatureMatrix;
import io.auricle.neural.option.TrainingOptions;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Draws the segments of an epoch and makes batches of them: crops, augmentation, mixup. */
public final class BatchMaker implements Batches {
  private final ClipSource clips;
  private final TrainingOptions options;
  private final SegmentLayout layout;
  private final Augmentation augmentation;
  private final boolean tags;

  /**
   * @param tags whether each class is there or not by itself
   */
  public BatchMaker(ClipSource clips, TrainingOptions options, SegmentLayout layout, boolean tags) {
    this.clips = clips;
    this.options = options;
    this.layout = layout;
    this.tags = tags;
    this.augmentation = new Augmentation(options.augmentation(), layout);
  }

  /** The number of steps an epoch takes; segments that do not fill a batch are left out. */
  @Override
  public int steps() {
    return Math.max(1, segments() / batchSize());
  }

  private int batchSize() {
    return options.batchSize() == TrainingOptions.ALL ? segments() : options.batchSize();
  }

  private int segments() {
    return clips.size() * options.length().segmentsPerClip();
  }

  @Override
  public Drawn draw(int epoch, SplittableRandom random) {
    int[] drawn = draw(random);
    return (step, source) -> make(drawn, step, source);
  }

  /**
   * The clips of an epoch in random order, each as often as its sampling weight says: systematic
   * sampling, so that equal weights give each clip equally often.
   */
  public int[] draw(SplittableRandom random) {
    double sum = 0;
    for (int i = 0; i < clips.size(); i++) {
      sum += clips.samplingWeight(i);
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException(
          "sampling weights sum to %s, must be above 0".formatted(sum));
    }
    int[] drawn = new int[Math.max(segments(), batchSize())];
    double step = sum / drawn.length;
    double needle = random.nextDouble() * step;
    double reached = clips.samplingWeight(0);
    int clip = 0;
    for (int i = 0; i < drawn.length; i++, needle += step) {
      while (needle >= reached && clip < clips.size() - 1) {
        clip++;
        reached += clips.samplingWeight(clip);
      }
      drawn[i] = clip;
    }
    shuffle(drawn, random);
    return drawn;
  }

  public Batch make(int[] drawn, int step, SplittableRandom random) {
    int batch = batchSize();
    int classes = clips.classes().size();
    int count = layout.count();
    float[] inputs = new float[batch * count];
    float[] targets = new float[batch * classes];
    float smoothing = (float) options.labelSmoothing();
    // Over all classes of one label; of tags, each is there or not.
    float spread = smoothing / (tags ? 2 : classes);
    for (int i = 0; i < batch; i++) {
      int chosen = drawn[step * batch + i];
      FeatureMatrix clip = clip(chosen, random);
      double start = layout.randomStart(clip, clips.frameStep(), random);
      layout.cut(clip, start, clips.frameStep(), inputs, i * count);
      augmentation.apply(inputs, i * count, random);
      layout.order(inputs, i * count);
      float[] wanted = clips.targets(chosen);
      for (int c = 0; c < classes; c++) {
        targets[i * classes + c] = spread + (1 - smoothing) * wanted[c];
      }
    }
    if (options.augmentation().mixup() > 0) {
      float share = share(options.augmentation().mixup(), random);
      int[] partners = permutation(batch, random);
      return new Batch(mix(inputs, partners, share), mix(targets, partners, share), batch);
    }
    return new Batch(inputs, targets, batch);
  }

  /** The clip or one of its variants, all equally likely. */
  private FeatureMatrix clip(int index, RandomGenerator random) {
    int variants = clips.variants(index);
    int variant = variants == 0 ? 0 : random.nextInt(variants + 1);
    return variant == 0 ? clips.clip(index) : clips.variant(index, variant - 1);
  }

  private static float[] mix(float[] rows, int[] partners, float share) {
    int length = rows.length / partners.length;
    float[] mixed = new float[rows.length];
    for (int i = 0; i < rows.length; i++) {
      float other = rows[partners[i / length] * length + i % length];
      mixed[i] = share * rows[i] + (1 - share) * other;
    }
    return mixed;
  }

  /** A draw from Beta(alpha, alpha), the larger of it and its complement. */
  private static float share(double alpha, RandomGenerator random) {
    // Johnk's method: exact for any alpha, and quick for the small ones in use.
    while (true) {
      double x = Math.pow(random.nextDouble(), 1 / alpha);
      double y = Math.pow(random.nextDouble(), 1 / alpha);
      if (x + y > 0 && x + y <= 1) {
        return (float) Math.max(x / (x + y), y / (x + y));
      }
    }
  }

  static int[] permutation(int size, RandomGenerator random) {
    int[] order = new int[size];
    for (int i = 0; i < size; i++) {
      order[i] = i;
    }
    shuffle(order, random);
    return order;
  }

  private static void shuffle(int[] values, RandomGenerator random) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int swapped = values[i];
      values[i] = values[j];
      values[j] = swapped;
    }
  }
}
