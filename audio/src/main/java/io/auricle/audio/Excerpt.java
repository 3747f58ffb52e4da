package io.auricle.audio;

/**
 * A part of a file.
 *
 * @param start where it begins, in seconds, at least 0
 * @param seconds how long it is, above 0
 */
public record Excerpt(double start, double seconds) {
  public Excerpt {
    if (!(start >= 0 && Double.isFinite(start))) {
      throw new IllegalArgumentException("start=" + start + " must be at least 0");
    }
    if (!(seconds > 0 && Double.isFinite(seconds))) {
      throw new IllegalArgumentException("seconds=" + seconds + " must be above 0");
    }
  }
}
