package io.auricle.cli.feature;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What arrays are in a folder of features: those that its {@code index.csv} lists.
 *
 * @param arrays how many, by shape: {@code 10x130x128}
 * @param megabytes of all their files, in millions of bytes
 */
record ArraySummary(Map<String, Integer> arrays, double megabytes) {
  /** Pieces, frames and columns. */
  private static final int AXES_OF_PIECES = 3;

  static ArraySummary of(Path folder) throws IOException {
    Map<String, Integer> arrays = new TreeMap<>();
    long bytes = 0;
    try {
      CsvFile index = CsvFile.read(folder.resolve("index.csv"), List.of("array", "shape"));
      for (CsvFile.Row row : index.rows()) {
        arrays.merge(index.cell(row, "shape"), 1, Integer::sum);
        bytes += Files.size(folder.resolve(index.cell(row, "array")));
      }
    } catch (DatasetException e) {
      throw new IOException(e.getMessage(), e);
    }
    return new ArraySummary(arrays, bytes / 1e6);
  }

  /** Prints a line for each shape, and one for all. */
  void print(PrintWriter out) {
    int count = 0;
    Map<String, Long> shapes = new TreeMap<>();
    for (Map.Entry<String, Integer> array : arrays.entrySet()) {
      List<String> sizes = Arrays.asList(array.getKey().split("x"));
      count += array.getValue();
      if (sizes.size() == AXES_OF_PIECES) {
        String piece = "pieces of " + String.join(" x ", sizes.subList(1, sizes.size()));
        shapes.merge(piece, Long.parseLong(sizes.get(0)) * array.getValue(), Long::sum);
      } else {
        shapes.merge("arrays of " + String.join(" x ", sizes), (long) array.getValue(), Long::sum);
      }
    }
    shapes.forEach((shape, number) -> out.printf(Locale.ROOT, "%,d %s%n", number, shape));
    out.printf(Locale.ROOT, "%,d arrays, %,.1f MB%n", count, megabytes);
    out.flush();
  }
}
