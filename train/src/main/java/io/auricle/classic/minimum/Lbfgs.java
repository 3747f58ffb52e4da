package io.auricle.classic.minimum;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * The limited-memory method of Broyden, Fletcher, Goldfarb and Shanno (Nocedal and Wright,
 * Numerical Optimization, algorithms 7.4 and 7.5): a Newton method that knows the curvature by its
 * last steps. A step is halved until the function falls enough (Armijo), which is all that a convex
 * function needs.
 */
public final class Lbfgs {
  private static final int MEMORY = 10;
  private static final double ENOUGH = 1e-4;
  private static final int MOST_HALVINGS = 40;

  private final Function function;
  private final Deque<Pair> pairs = new ArrayDeque<>();

  private Lbfgs(Function function) {
    this.function = function;
  }

  /** A smooth convex function of several variables. */
  public interface Function {
    /**
     * Its value.
     *
     * @param at a point
     * @param gradient of as many values; is overwritten with the gradient there
     */
    double value(double[] at, double[] gradient);
  }

  /** A step and how the gradient changed by it. */
  private static final class Pair {
    final double[] step;
    final double[] change;
    final double product;

    Pair(double[] step, double[] change, double product) {
      this.step = step;
      this.change = change;
      this.product = product;
    }
  }

  /**
   * The point of the smallest value.
   *
   * @param start a point to start from
   * @param maxIterations at least 1
   * @param tolerance the largest component of the gradient at which it stops, as a share of the
   *     start's
   */
  public static double[] minimise(
      Function function, double[] start, int maxIterations, double tolerance) {
    return new Lbfgs(function).search(start, maxIterations, tolerance);
  }

  private double[] search(double[] start, int maxIterations, double tolerance) {
    double[] at = start.clone();
    double[] gradient = new double[at.length];
    double value = function.value(at, gradient);
    double small = tolerance * largest(gradient);
    for (int i = 0; i < maxIterations && largest(gradient) > small; i++) {
      double[] direction = direction(gradient);
      double slope = dot(gradient, direction);
      double length = pairs.isEmpty() ? 1 / Math.sqrt(dot(gradient, gradient)) : 1;
      double[] next = new double[at.length];
      double[] nextGradient = new double[at.length];
      double nextValue = value;
      int halvings = 0;
      for (; halvings < MOST_HALVINGS; halvings++) {
        for (int k = 0; k < at.length; k++) {
          next[k] = at[k] + length * direction[k];
        }
        nextValue = function.value(next, nextGradient);
        if (nextValue <= value + ENOUGH * length * slope) {
          break;
        }
        length /= 2;
      }
      if (halvings == MOST_HALVINGS) {
        // As low as the precision of numbers allows.
        return at;
      }
      remember(at, next, gradient, nextGradient);
      at = next;
      gradient = nextGradient;
      value = nextValue;
    }
    return at;
  }

  private void remember(double[] at, double[] next, double[] gradient, double[] nextGradient) {
    double[] step = new double[at.length];
    double[] change = new double[at.length];
    for (int k = 0; k < at.length; k++) {
      step[k] = next[k] - at[k];
      change[k] = nextGradient[k] - gradient[k];
    }
    double product = dot(step, change);
    if (product > 0) {
      pairs.addLast(new Pair(step, change, product));
      if (pairs.size() > MEMORY) {
        pairs.removeFirst();
      }
    }
  }

  /** Downhill by what is known of the curvature (the two loops of algorithm 7.4). */
  private double[] direction(double[] gradient) {
    double[] direction = new double[gradient.length];
    add(direction, gradient, -1);
    double[] shares = new double[pairs.size()];
    int i = shares.length;
    for (Iterator<Pair> newest = pairs.descendingIterator(); newest.hasNext(); ) {
      Pair pair = newest.next();
      shares[--i] = dot(pair.step, direction) / pair.product;
      add(direction, pair.change, -shares[i]);
    }
    if (!pairs.isEmpty()) {
      Pair last = pairs.getLast();
      double scale = last.product / dot(last.change, last.change);
      for (int k = 0; k < direction.length; k++) {
        direction[k] *= scale;
      }
    }
    for (Pair pair : pairs) {
      double share = dot(pair.change, direction) / pair.product;
      add(direction, pair.step, shares[i++] - share);
    }
    return direction;
  }

  private static void add(double[] sum, double[] values, double factor) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += factor * values[k];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += a[k] * b[k];
    }
    return sum;
  }

  private static double largest(double[] values) {
    double largest = 0;
    for (double value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
