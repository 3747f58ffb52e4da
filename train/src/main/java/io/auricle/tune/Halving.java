package io.auricle.tune;

/**
 * Successive halving (Jamieson and Talwalkar 2016): all trials on a small budget, the best on a
 * larger one, and so on. The budget is epochs for networks, folds for classical models.
 *
 * @param start budget of the first round, above 0
 * @param factor by which the budget grows and the number of trials shrinks from round to round,
 *     above 1; 3 if left out
 */
public record Halving(int start, Integer factor) {
  private static final int DEFAULT_FACTOR = 3;

  public Halving {
    factor = factor == null ? DEFAULT_FACTOR : factor;
    if (start < 1) {
      throw new IllegalArgumentException("start=" + start + " must be above 0");
    }
    if (factor < 2) {
      throw new IllegalArgumentException("factor=" + factor + " must be at least 2");
    }
  }
}
