package io.auricle.distill.lesson;

import io.auricle.network.Tensor;
import io.auricle.network.TensorFile;
import io.auricle.network.shape.TensorShape;
import io.auricle.neural.batch.Lesson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * From a teacher's answers to goals. Probabilities are made milder by their temperature; of other
 * values each has its mean taken off, and all of an answer are divided by the root of their mean
 * variance, so that the squared error of a head is the share of variance that it leaves. Immutable.
 */
final class AnswerScale {
  private static final double SMALLEST_DEVIATION = 1e-6;
  private static final double SMALLEST_SHARE = 1e-7;
  private static final String MEAN = ".mean";
  private static final String FACTOR = ".factor";

  private final Goals goals;
  private final List<float[]> means;
  private final List<Float> factors;

  private AnswerScale(Goals goals, List<float[]> means, List<Float> factors) {
    this.goals = goals;
    this.means = List.copyOf(means);
    this.factors = List.copyOf(factors);
  }

  /** Leaves answers as they are. */
  static AnswerScale plain(Goals goals) {
    List<float[]> means = new ArrayList<>();
    List<Float> factors = new ArrayList<>();
    for (int head = 0; head < goals.heads().size(); head++) {
      means.add(new float[0]);
      factors.add(1f);
    }
    return new AnswerScale(goals, means, factors);
  }

  /** Of lessons with plain answers. */
  static AnswerScale of(Goals goals, List<Lesson> lessons) {
    List<float[]> means = new ArrayList<>();
    List<Float> factors = new ArrayList<>();
    for (int head = 0; head < goals.heads().size(); head++) {
      Goals.Goal goal = goals.heads().get(head);
      if (goal.teacher() < 0 || goal.probabilities()) {
        means.add(new float[0]);
        factors.add(1f);
        continue;
      }
      List<float[]> answers = new ArrayList<>();
      for (Lesson lesson : lessons) {
        if (lesson.goal(head).length > 0) {
          answers.add(lesson.goal(head));
        }
      }
      if (answers.isEmpty()) {
        throw new IllegalArgumentException(
            "teacher of head %s: share must be higher, it was asked about none of %d lessons"
                .formatted(goal.head().name(), lessons.size()));
      }
      int width = answers.get(0).length;
      float[] mean = new float[width];
      double variance = 0;
      for (int i = 0; i < width; i++) {
        double sum = 0;
        double squares = 0;
        for (float[] answer : answers) {
          double value = answer[i];
          sum += value;
          squares += value * value;
        }
        double average = sum / answers.size();
        mean[i] = (float) average;
        variance += Math.max(0, squares / answers.size() - average * average) / width;
      }
      means.add(mean);
      factors.add((float) (1 / Math.max(SMALLEST_DEVIATION, Math.sqrt(variance))));
    }
    return new AnswerScale(goals, means, factors);
  }

  /** The goal of a head for an answer, in place of it. */
  float[] goal(int head, float[] answer) {
    Goals.Goal goal = goals.heads().get(head);
    if (goal.probabilities()) {
      return milder(answer, goal.temperature());
    }
    float[] mean = means.get(head);
    if (mean.length == 0) {
      return answer;
    }
    float[] scaled = new float[answer.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = (answer[i] - mean[i]) * factors.get(head);
    }
    return scaled;
  }

  private static float[] milder(float[] probabilities, double temperature) {
    if (temperature == 1) {
      return probabilities;
    }
    float[] milder = new float[probabilities.length];
    for (int i = 0; i < milder.length; i++) {
      double p = Math.max(SMALLEST_SHARE, Math.min(1 - SMALLEST_SHARE, probabilities[i]));
      milder[i] = (float) (1 / (1 + Math.exp(-Math.log(p / (1 - p)) / temperature)));
    }
    return milder;
  }

  /** Reads a scale that was written for the same goals. */
  static AnswerScale read(Goals goals, Path file) throws IOException {
    Map<String, Tensor> tensors = TensorFile.read(file).tensors();
    List<float[]> means = new ArrayList<>();
    List<Float> factors = new ArrayList<>();
    for (Goals.Goal goal : goals.heads()) {
      Tensor mean = tensors.get(goal.head().name() + MEAN);
      means.add(mean == null ? new float[0] : mean.toArray());
      factors.add(
          mean == null
              ? 1f
              : Objects.requireNonNull(tensors.get(goal.head().name() + FACTOR)).toArray()[0]);
    }
    return new AnswerScale(goals, means, factors);
  }

  /** Keeps it for a training that goes on. */
  void write(Path file) throws IOException {
    Map<String, Tensor> tensors = new LinkedHashMap<>();
    for (int head = 0; head < means.size(); head++) {
      String name = goals.heads().get(head).head().name();
      float[] mean = means.get(head);
      if (mean.length > 0) {
        tensors.put(name + MEAN, Tensor.of(TensorShape.of(mean.length), mean));
        tensors.put(name + FACTOR, Tensor.of(TensorShape.of(1), new float[] {factors.get(head)}));
      }
    }
    Files.createDirectories(Objects.requireNonNull(file.toAbsolutePath().getParent()));
    new TensorFile(Map.of(), tensors).write(file);
  }
}
