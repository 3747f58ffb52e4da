package io.auricle.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether enough files may be open at once. With less, classes are missing at places that nobody
 * can foresee, so it is asked before any are needed; the launcher asks, too, but it may not be
 * used.
 */
final class OpenFiles {
  /** What Linux says about this process; other systems have no such file. */
  static final Path LIMITS = Path.of("/proc/self/limits");

  private static final int NEEDED = 160;
  private static final String NAME = "Max open files";

  private OpenFiles() {}

  /** What to say if they are not enough. */
  static Optional<String> fault(Path limits) {
    try {
      return Files.readAllLines(limits).stream()
          .filter(line -> line.startsWith(NAME))
          .map(line -> line.substring(NAME.length()).strip().split(" +", 2)[0])
          .filter(allowed -> allowed.matches("[0-9]{1,9}") && Integer.parseInt(allowed) < NEEDED)
          .map(
              allowed ->
                  "at most %s files may be open at once; %d are needed (ulimit -n %d)"
                      .formatted(allowed, NEEDED, NEEDED))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
