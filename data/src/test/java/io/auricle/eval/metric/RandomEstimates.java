package io.auricle.eval.metric;

import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.label.Label;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Estimates of a model that is right somewhat more often than chance. */
public final class RandomEstimates {
  private RandomEstimates() {}

  public static List<Label> classes(int count) {
    return IntStream.range(0, count).mapToObj(c -> new Label("class" + c)).toList();
  }

  /** Tracks of several segments each, five tracks an artist. */
  public static Estimates of(int tracks, int segments, int classCount, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Label> classes = classes(classCount);
    Estimates.Builder builder = Estimates.builder(classes);
    for (int track = 0; track < tracks; track++) {
      int reference = random.nextInt(classCount);
      for (int segment = 0; segment < segments; segment++) {
        builder.add(
            "track" + track,
            "artist" + track / 5,
            classes.get(reference),
            scores(random, classCount, reference));
      }
    }
    return builder.build();
  }

  /** The same with about a third of the tags on each track. */
  static TagEstimates tags(int tracks, int segments, int tagCount, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Label> tags = classes(tagCount);
    TagEstimates.Builder builder = TagEstimates.builder(tags);
    for (int track = 0; track < tracks; track++) {
      List<Label> given = tags.stream().filter(tag -> random.nextInt(3) == 0).toList();
      for (int segment = 0; segment < segments; segment++) {
        double[] scores =
            tags.stream()
                .mapToDouble(tag -> random.nextDouble(0.7) + (given.contains(tag) ? 0.3 : 0))
                .toArray();
        builder.add("track" + track, "artist" + track / 5, given, scores);
      }
    }
    return builder.build();
  }

  private static double[] scores(SplittableRandom random, int classCount, int reference) {
    double[] scores = random.doubles(classCount).toArray();
    scores[reference] += 0.5;
    double sum = Arrays.stream(scores).sum();
    return Arrays.stream(scores).map(score -> score / sum).toArray();
  }
}
