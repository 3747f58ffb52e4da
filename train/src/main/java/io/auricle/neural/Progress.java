package io.auricle.neural;

import java.util.Map;

/**
 * How far a training is.
 *
 * @param epoch the last one that is done, 0 before the first
 * @param steps done in all
 * @param bestEpoch the best so far, 0 for none
 * @param bestAccuracy its validation accuracy
 * @param bestLoss its validation loss
 */
record Progress(int epoch, long steps, int bestEpoch, double bestAccuracy, double bestLoss) {
  static Progress start() {
    return new Progress(0, 0, 0, -1, Double.POSITIVE_INFINITY);
  }

  boolean improvedBy(double accuracy, double loss) {
    return accuracy > bestAccuracy || (accuracy == bestAccuracy && loss < bestLoss);
  }

  Progress next(long steps, double accuracy, double loss) {
    return improvedBy(accuracy, loss)
        ? new Progress(epoch + 1, steps, epoch + 1, accuracy, loss)
        : new Progress(epoch + 1, steps, bestEpoch, bestAccuracy, bestLoss);
  }

  Map<String, String> toTexts() {
    return Map.of(
        "epoch", Integer.toString(epoch),
        "steps", Long.toString(steps),
        "bestEpoch", Integer.toString(bestEpoch),
        "bestAccuracy", Double.toString(bestAccuracy),
        "bestLoss", Double.toString(bestLoss));
  }

  static Progress of(Map<String, String> texts) {
    return new Progress(
        Integer.parseInt(text(texts, "epoch")),
        Long.parseLong(text(texts, "steps")),
        Integer.parseInt(text(texts, "bestEpoch")),
        Double.parseDouble(text(texts, "bestAccuracy")),
        Double.parseDouble(text(texts, "bestLoss")));
  }

  private static String text(Map<String, String> texts, String key) {
    String text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no %s in the checkpoint".formatted(key));
    }
    return text;
  }
}
