package io.auricle.dataset.check;

import java.nio.file.Path;
import java.util.Optional;

/** Looks into an audio file for reasons not to use it, for instance by decoding it. Thread-safe. */
public interface Probe {
  /** A probe that finds nothing. */
  Probe NONE = path -> Optional.empty();

  /** What is wrong with a file, or empty. */
  Optional<String> problem(Path file);
}
