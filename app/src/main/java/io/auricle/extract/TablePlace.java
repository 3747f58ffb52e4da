package io.auricle.extract;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a table lies, and what belongs to it.
 *
 * @param table the table itself
 * @param errors the table of what failed
 */
record TablePlace(Path table, Path errors) {
  /** Its lines while it is not finished. */
  Path partial() {
    return table.resolveSibling(table.getFileName() + ".part");
  }

  /** Which files those lines are of. */
  Path journal() {
    return table.resolveSibling(table.getFileName() + ".journal");
  }

  /** Which files the lines of the finished table are of. */
  Path record() {
    return table.resolveSibling("." + table.getFileName() + ".files");
  }

  /** The table while its lines are put in order, and which files they are of. */
  TablePlace merged() {
    Path merge = table.resolveSibling(table.getFileName() + ".merge");
    return new TablePlace(merge, errors);
  }

  /** Whether interrupted work is there. */
  boolean isInterrupted() {
    return Files.isRegularFile(partial()) && Files.isRegularFile(journal());
  }
}
