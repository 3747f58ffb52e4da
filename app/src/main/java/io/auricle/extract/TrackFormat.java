package io.auricle.extract;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A form that the features of files are written in: lines of a table, and maybe files beside it.
 */
interface TrackFormat {
  /** The first line of the table, without its end. */
  String header();

  /**
   * Begins a file's features.
   *
   * @param lines receives the lines of the table
   */
  TrackRows open(Path file, Spill lines) throws IOException;

  /** What the lines of a file say beside what is in it: they are known only as long as it stays. */
  String stamp(Path file);

  /** Whether all that was written for a file beside the table is still there. */
  default boolean isKept(Path file) {
    return true;
  }
}
