package io.auricle.spark.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which files make a partition: as many as come to a size, whatever their names, a larger one
 * alone. Large ones come first, so that nothing large is left when all else is done.
 *
 * @param bytes of a partition
 * @param files of a partition, at most
 */
public record Packing(long bytes, int files) {
  /** What a file costs beside its bytes: opening it, starting a decoder. */
  static final long COST_OF_A_FILE = 256 << 10;

  private static final long LEAST_BYTES = 1L << 20;
  private static final long USUAL_BYTES = 64L << 20;
  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_FILES = 2000;
  private static final int PARTITIONS_A_CORE = 8;

  /** So many files of results are still no burden to those who read them. */
  private static final int USUAL_PARTITIONS = 20_000;

  /**
   * @throws IllegalArgumentException unless both are positive
   */
  public Packing {
    if (bytes < 1) {
      throw new IllegalArgumentException("bytes=" + bytes + " must be at least 1");
    }
    if (files < 1) {
      throw new IllegalArgumentException("files=" + files + " must be at least 1");
    }
  }

  /**
   * The usual one: several partitions for each core, so that all end together. Clusters grow while
   * they work, so large catalogues have partitions of 64 MiB whatever the cores, and very large
   * ones larger ones up to a gibibyte, whose loss costs minutes.
   *
   * @param cores of all executors that are there
   */
  public static Packing of(List<CatalogueFile> catalogue, int cores) {
    long all = catalogue.stream().mapToLong(Packing::cost).sum();
    long share = all / ((long) PARTITIONS_A_CORE * Math.max(1, cores));
    long most = Math.max(USUAL_BYTES, Math.min(MOST_BYTES, all / USUAL_PARTITIONS));
    return new Packing(Math.max(LEAST_BYTES, Math.min(most, share)), MOST_FILES);
  }

  /** Each file in one partition. */
  public List<List<CatalogueFile>> pack(List<CatalogueFile> catalogue) {
    List<CatalogueFile> sorted = new ArrayList<>(catalogue);
    sorted.sort(
        Comparator.comparingLong(Packing::cost).reversed().thenComparing(CatalogueFile::path));
    List<List<CatalogueFile>> packs = new ArrayList<>();
    List<CatalogueFile> pack = new ArrayList<>();
    long filled = 0;
    for (CatalogueFile file : sorted) {
      if (!pack.isEmpty() && (filled + cost(file) > bytes || pack.size() == files)) {
        packs.add(pack);
        pack = new ArrayList<>();
        filled = 0;
      }
      pack.add(file);
      filled += cost(file);
    }
    if (!pack.isEmpty()) {
      packs.add(pack);
    }
    return packs;
  }

  private static long cost(CatalogueFile file) {
    return COST_OF_A_FILE + Math.max(0, file.size());
  }
}
