package io.auricle.cli.classify;

import io.auricle.classify.Classification;
import java.util.List;

/** Writes what one or several models say of files, one after the other, in some format. */
interface ClassificationWriter {
  /** Called once, before the first result, with the names of all files to come. */
  void begin(List<String> files);

  /**
   * Writes what came of a file.
   *
   * @param results of each model, in their order
   */
  void write(List<Classification> results);

  /** Whether failures are part of the output; if not, they are said on stderr. */
  boolean writesErrors();
}
