package io.auricle.audio;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * How a long file is heard without all of it: so many excerpts, each in the middle of an equal part
 * of the file.
 *
 * @param count at least 1
 * @param seconds of each, above 0
 */
public record Excerpts(int count, double seconds) {
  /** Chosen on docs/results/excerpts.md. */
  public static final Excerpts USUAL = new Excerpts(4, 10);

  /** A file that is not longer than so many times all excerpts is heard whole. */
  private static final double WORTH = 2;

  public Excerpts {
    if (count < 1) {
      throw new IllegalArgumentException("count=" + count + " must be at least 1");
    }
    if (!(seconds > 0 && Double.isFinite(seconds))) {
      throw new IllegalArgumentException("seconds=" + seconds + " must be above 0");
    }
  }

  /** Whether a file of this length is better heard so than whole. */
  public boolean suit(OptionalDouble fileSeconds) {
    return fileSeconds.isPresent() && fileSeconds.getAsDouble() > WORTH * count * seconds;
  }

  /** The excerpts of a file of this length, in their order. */
  public List<Excerpt> of(double fileSeconds) {
    double part = fileSeconds / count;
    return IntStream.range(0, count)
        .mapToObj(i -> new Excerpt(Math.max(0, (i + 0.5) * part - seconds / 2), seconds))
        .toList();
  }
}
