package io.auricle.neural;

import io.auricle.neural.option.Schedule;
import java.util.ArrayList;
import java.util.List;

/**
 * The factor of the learning rate of those {@link Schedule}s that watch the validation.
 *
 * @param factor now
 * @param best score so far
 * @param waited epochs since it was beaten or the factor changed
 * @param recent the last scores since the factor changed, the oldest first
 */
record AdaptiveRate(double factor, double best, int waited, List<Double> recent) {
  /** What is no better than this, relatively, is no progress; as in PyTorch. */
  private static final double THRESHOLD = 1e-4;

  private static final double LOWEST = 1e-4;
  private static final double HIGHEST = 10;

  AdaptiveRate {
    recent = List.copyOf(recent);
  }

  static AdaptiveRate start() {
    return new AdaptiveRate(1, Double.NEGATIVE_INFINITY, 0, List.of());
  }

  /** The state after an epoch with a score, better if higher. */
  AdaptiveRate after(Schedule schedule, double score) {
    boolean better = best == Double.NEGATIVE_INFINITY || score > best + THRESHOLD * Math.abs(best);
    double top = better ? score : best;
    int waiting = better ? 0 : waited + 1;
    return switch (schedule.kind()) {
      case PLATEAU ->
          waiting > schedule.patience()
              ? new AdaptiveRate(factor * schedule.factor(), top, 0, List.of())
              : new AdaptiveRate(factor, top, waiting, List.of());
      case RISE_AND_FALL -> riseOrFall(schedule, score, top, waiting);
      default -> this;
    };
  }

  private AdaptiveRate riseOrFall(Schedule schedule, double score, double top, int waiting) {
    List<Double> scores = new ArrayList<>(recent);
    scores.add(score);
    while (scores.size() > schedule.patience()) {
      scores.remove(0);
    }
    if (scores.size() < schedule.patience()) {
      return new AdaptiveRate(factor, top, waiting, scores);
    }
    if (fluctuates(scores)) {
      return new AdaptiveRate(Math.max(LOWEST, factor * schedule.factor()), top, 0, List.of());
    }
    if (waiting >= schedule.patience()) {
      return new AdaptiveRate(Math.min(HIGHEST, factor / schedule.factor()), top, 0, List.of());
    }
    return new AdaptiveRate(factor, top, waiting, scores);
  }

  /** Whether the scores moved back and forth so that most of the way led nowhere. */
  private static boolean fluctuates(List<Double> scores) {
    int turns = 0;
    double way = 0;
    for (int i = 1; i < scores.size(); i++) {
      double step = scores.get(i) - scores.get(i - 1);
      way += Math.abs(step);
      if (i > 1 && step * (scores.get(i - 1) - scores.get(i - 2)) < 0) {
        turns++;
      }
    }
    double led = Math.abs(scores.get(scores.size() - 1) - scores.get(0));
    return turns >= scores.size() / 2
        && way > Schedule.FLUCTUATION * (scores.size() - 1)
        && led < way / 2;
  }
}
