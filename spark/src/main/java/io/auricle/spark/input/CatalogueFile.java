package io.auricle.spark.input;

import java.io.Serializable;

/**
 * A file of a catalogue, as it was when it was found.
 *
 * @param path as Hadoop writes it: {@code s3a://bucket/a.mp3}, {@code file:/music/a.mp3}
 * @param size in bytes, or {@link #UNKNOWN}
 * @param modifiedMillis since 1970, or {@link #UNKNOWN}
 */
public record CatalogueFile(String path, long size, long modifiedMillis) implements Serializable {
  /** A size or a time that nobody could tell. */
  public static final long UNKNOWN = -1;

  private static final long serialVersionUID = 1L;
}
