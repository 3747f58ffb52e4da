package io.auricle.web.job;

import java.time.Duration;

/**
 * How much of finished jobs is kept in memory; the oldest go first.
 *
 * @param kept how long
 * @param jobs how many, running ones included
 * @param bytes how much, results and pictures together
 */
public record JobLimits(Duration kept, int jobs, long bytes) {
  /** An hour, 500 jobs, 96 MiB. */
  public static final JobLimits DEFAULT = new JobLimits(Duration.ofHours(1), 500, 96L << 20);

  public JobLimits {
    if (kept.isNegative()) {
      throw new IllegalArgumentException("kept=" + kept + " must not be negative");
    }
    if (jobs < 1) {
      throw new IllegalArgumentException("jobs=" + jobs + " must be at least 1");
    }
    if (bytes < 0) {
      throw new IllegalArgumentException("bytes=" + bytes + " must not be negative");
    }
  }
}
