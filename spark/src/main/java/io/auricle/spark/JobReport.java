package io.auricle.spark;

import io.auricle.spark.work.CodeCounts;
import io.auricle.spark.work.Meters;
import io.auricle.spark.work.SlowFile;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Set;

/**
 * What a job says at its end.
 *
 * @param known files that were done before
 */
record JobReport(Meters meters, long known) {
  void print(PrintStream out) {
    out.printf(
        Locale.ROOT,
        "auricle: %d files, %.1f hours of sound; %.0f s decoding, %.0f s in features and models;"
            + " %d were done before%n",
        meters.files().value(),
        meters.soundSeconds().value() / 3600,
        meters.decodeSeconds().value(),
        meters.modelSeconds().value(),
        known);
    meters
        .codes()
        .value()
        .forEach((code, count) -> out.printf(Locale.ROOT, "auricle: %8d %s%n", count, code));
    if (!meters.codes().value().keySet().equals(Set.of(CodeCounts.GOOD))) {
      out.println("auricle: rows with an error_code say what was wrong with which file");
    }
    out.println("auricle: slowest files");
    for (SlowFile file : meters.slowest().value()) {
      out.printf(
          Locale.ROOT,
          "auricle: %8.2f s for %.1f s of sound: %s%n",
          file.seconds(),
          file.soundSeconds(),
          file.path());
    }
  }
}
