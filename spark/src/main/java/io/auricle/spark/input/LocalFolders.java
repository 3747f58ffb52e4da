package io.auricle.spark.input;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where an executor may put files that are too large for its memory. */
final class LocalFolders {
  /** As standalone workers, YARN and users name them to an executor. */
  private static final List<String> VARIABLES =
      List.of("SPARK_EXECUTOR_DIRS", "LOCAL_DIRS", "SPARK_LOCAL_DIRS");

  private LocalFolders() {}

  /** The first folder of Spark's own on this machine, else that of temporary files. */
  static Path first() {
    for (String variable : VARIABLES) {
      String value = System.getenv(variable);
      if (value != null && !value.isEmpty()) {
        Path folder = Path.of(value.split("[," + File.pathSeparator + "]", 2)[0]);
        if (Files.isDirectory(folder) && Files.isWritable(folder)) {
          return folder;
        }
      }
    }
    return Path.of(System.getProperty("java.io.tmpdir", "/tmp"));
  }
}
