package io.auricle.reproduce;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the data of the studies are.
 *
 * @param folder with the data sets
 * @param outside a folder of songs from outside of them, a folder a genre; null if there is none
 */
public record GivenData(Path folder, @Nullable Path outside) {
  /** What stands for the outside songs among the needs of a variant. */
  public static final String OUTSIDE = "--outside";

  /** Without songs from outside. */
  public static GivenData of(Path folder) {
    return new GivenData(folder, null);
  }

  /** Those of some needs that are not there. */
  List<String> missing(List<String> needs) {
    List<String> missing = new ArrayList<>();
    for (String need : needs) {
      boolean there = need.equals(OUTSIDE) ? outside != null : Files.exists(folder.resolve(need));
      if (!there) {
        missing.add(need);
      }
    }
    return missing;
  }
}
