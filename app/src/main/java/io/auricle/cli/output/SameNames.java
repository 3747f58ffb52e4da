package io.auricle.cli.output;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Files of several folders that have the same name, so that a table cannot tell them apart. */
public final class SameNames {
  private SameNames() {}

  /**
   * What somebody has to know who reads such files by their names alone; empty if there are none.
   */
  public static Optional<String> of(List<Path> files) {
    Map<Path, Path> first = new HashMap<>();
    for (Path file : files) {
      Path name = file.getFileName();
      Path whole = file.toAbsolutePath().normalize();
      Path earlier = name == null ? null : first.putIfAbsent(name, whole);
      if (earlier != null && !earlier.equals(whole)) {
        return Optional.of(
            "%s and %s have the same name; --path-column tells their rows apart"
                .formatted(earlier, whole));
      }
    }
    return Optional.empty();
  }
}
