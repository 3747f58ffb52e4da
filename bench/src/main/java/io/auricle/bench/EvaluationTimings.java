package io.auricle.bench;

import com.sun.management.OperatingSystemMXBean;
import io.auricle.eval.Judged;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.scored.Estimates;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import io.auricle.label.Label;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Prints {@code labels PROCESSOR WALL} and {@code tags PROCESSOR WALL}: seconds of the first
 * evaluation in this process, and of a second one, of 1,000 tracks of 20 pieces with 50 classes or
 * tags, by piece, by track and by vote, every figure with 1,000 rounds of the bootstrap over
 * tracks.
 */
final class EvaluationTimings {
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
  private static final int TRACKS = 1000;
  private static final int PIECES = 20;
  private static final int CLASSES = 50;
  private static final int TAGS_A_TRACK = 3;

  private EvaluationTimings() {}

  public static void main(String[] args) {
    List<Label> classes =
        IntStream.range(0, CLASSES).mapToObj(c -> new Label("class" + c)).toList();
    Estimates labels = labels(classes);
    TagEstimates tags = tags(classes);
    EvaluationOptions options = EvaluationOptions.defaults();
    for (int run = 0; run < 2; run++) {
      time("labels", () -> TrackEvaluation.of(Judged.of(labels), options));
      time("tags", () -> TrackEvaluation.of(Judged.of(tags, Thresholds.even(classes)), options));
    }
  }

  private static void time(String name, Runnable work) {
    long processor = SYSTEM.getProcessCpuTime();
    long wall = System.nanoTime();
    work.run();
    System.out.printf(
        "%s %.2f %.2f%n",
        name, (SYSTEM.getProcessCpuTime() - processor) / 1e9, (System.nanoTime() - wall) / 1e9);
  }

  private static Estimates labels(List<Label> classes) {
    SplittableRandom random = new SplittableRandom(11);
    Estimates.Builder builder = Estimates.builder(classes);
    for (int track = 0; track < TRACKS; track++) {
      int reference = random.nextInt(CLASSES);
      for (int piece = 0; piece < PIECES; piece++) {
        double[] scores = random.doubles(CLASSES).toArray();
        scores[reference] += 0.5;
        double sum = Arrays.stream(scores).sum();
        double[] shares = Arrays.stream(scores).map(score -> score / sum).toArray();
        builder.add("track" + track, "track" + track, classes.get(reference), shares);
      }
    }
    return builder.build();
  }

  private static TagEstimates tags(List<Label> classes) {
    SplittableRandom random = new SplittableRandom(12);
    TagEstimates.Builder builder = TagEstimates.builder(classes);
    for (int track = 0; track < TRACKS; track++) {
      int[] given = random.ints(0, CLASSES).distinct().limit(TAGS_A_TRACK).toArray();
      List<Label> tags = Arrays.stream(given).mapToObj(classes::get).toList();
      for (int piece = 0; piece < PIECES; piece++) {
        double[] scores = random.doubles(CLASSES, 0, 0.7).toArray();
        for (int tag : given) {
          scores[tag] += 0.3;
        }
        builder.add("track" + track, "track" + track, tags, scores);
      }
    }
    return builder.build();
  }
}
