package io.auricle.spark.work;

import java.io.Serializable;

/**
 * A file and what it took.
 *
 * @param seconds from its opening to its last result
 * @param soundSeconds how much was decoded of it
 */
public record SlowFile(String path, double seconds, double soundSeconds) implements Serializable {
  private static final long serialVersionUID = 1L;
}
