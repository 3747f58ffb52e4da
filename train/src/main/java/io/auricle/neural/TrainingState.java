package io.auricle.neural;

import io.auricle.neural.option.Schedule;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far a training is.
 *
 * @param epoch the last one that is done, 0 before the first
 * @param steps done in all
 * @param bestEpoch the best so far, 0 for none
 * @param bestScore its score by the criterion
 * @param bestLoss its validation loss
 * @param rate factor of the learning rate that the validation has led to
 */
record TrainingState(
    int epoch, long steps, int bestEpoch, double bestScore, double bestLoss, AdaptiveRate rate) {
  static TrainingState start() {
    return new TrainingState(
        0, 0, 0, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, AdaptiveRate.start());
  }

  boolean improvedBy(double score, double loss) {
    return score > bestScore || (score == bestScore && loss < bestLoss);
  }

  /**
   * The state after an epoch.
   *
   * @param watched the score that the schedule goes by
   */
  TrainingState next(long steps, double score, double loss, double watched, Schedule schedule) {
    AdaptiveRate next = rate.after(schedule, watched);
    return improvedBy(score, loss)
        ? new TrainingState(epoch + 1, steps, epoch + 1, score, loss, next)
        : new TrainingState(epoch + 1, steps, bestEpoch, bestScore, bestLoss, next);
  }

  Map<String, String> toTexts() {
    return Map.of(
        "epoch", Integer.toString(epoch),
        "steps", Long.toString(steps),
        "bestEpoch", Integer.toString(bestEpoch),
        "bestScore", Double.toString(bestScore),
        "bestLoss", Double.toString(bestLoss),
        "rateFactor", Double.toString(rate.factor()),
        "rateBest", Double.toString(rate.best()),
        "rateWaited", Integer.toString(rate.waited()),
        "rateRecent", rate.recent().stream().map(String::valueOf).collect(Collectors.joining(" ")));
  }

  static TrainingState of(Map<String, String> texts) {
    String recent = text(texts, "rateRecent");
    return new TrainingState(
        Integer.parseInt(text(texts, "epoch")),
        Long.parseLong(text(texts, "steps")),
        Integer.parseInt(text(texts, "bestEpoch")),
        Double.parseDouble(text(texts, "bestScore")),
        Double.parseDouble(text(texts, "bestLoss")),
        new AdaptiveRate(
            Double.parseDouble(text(texts, "rateFactor")),
            Double.parseDouble(text(texts, "rateBest")),
            Integer.parseInt(text(texts, "rateWaited")),
            recent.isEmpty()
                ? List.of()
                : Stream.of(recent.split(" ", -1)).map(Double::valueOf).toList()));
  }

  private static String text(Map<String, String> texts, String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no %s in the checkpoint".formatted(key));
    }
    return text;
  }
}
