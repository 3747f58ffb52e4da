package io.auricle.spark;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the files of a job are, and which of them it takes.
 *
 * @param inputs folders or tables
 * @param format {@code folder}, or Spark's name of a format of tables
 * @param hidden whether of folders hidden files are taken, too
 * @param partitionBytes size of a partition's files, or 0 for what suits the cluster
 * @param shard which share of the files, from 0 on
 * @param shards how many there are
 */
record CatalogueOptions(
    List<String> inputs,
    String format,
    boolean hidden,
    long partitionBytes,
    int shard,
    int shards) {
  static final String FOLDER = "folder";

  private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  static CatalogueOptions of(Arguments arguments) {
    List<String> inputs = arguments.all("--input");
    if (inputs.isEmpty() || inputs.contains("")) {
      throw new IllegalArgumentException("--input must be given");
    }
    String text = arguments.or("--shard", "1/1");
    Matcher shard = SHARD.matcher(text);
    if (!shard.matches()
        || Integer.parseInt(shard.group(1)) < 1
        || Integer.parseInt(shard.group(1)) > Integer.parseInt(shard.group(2))) {
      throw new IllegalArgumentException(
          "--shard=" + text + " must be I/N with I in [1, N], for instance 3/100");
    }
    long bytes = arguments.number("--partition-bytes", 0L, Arguments::bytes);
    if (bytes < 0) {
      throw new IllegalArgumentException("--partition-bytes=" + bytes + " must be positive");
    }
    return new CatalogueOptions(
        inputs,
        arguments.among("--input-format", FOLDER, FOLDER, "parquet", "csv", "json"),
        arguments.has("--hidden"),
        bytes,
        Integer.parseInt(shard.group(1)) - 1,
        Integer.parseInt(shard.group(2)));
  }

  /** Whether a file is in this share; the same for all runs, wherever it is listed. */
  boolean takes(String path) {
    return isIn(path, shard, shards);
  }

  static boolean isIn(String path, int shard, int shards) {
    return Math.floorMod(path.hashCode() * 0x9E3779B9, shards) == shard;
  }
}
