package io.auricle.cli;

import io.auricle.classify.Classification;
import java.nio.file.Path;
import java.util.List;

/** Writes classifications one after the other in some format. */
interface ClassificationWriter {
  /** Called once, before the first result, with all files to come. */
  void begin(List<Path> files);

  void write(Classification result);

  /** Whether failures are part of the output; if not, they are said on stderr. */
  boolean writesErrors();
}
