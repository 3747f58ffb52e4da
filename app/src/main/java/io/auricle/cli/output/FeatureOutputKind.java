package io.auricle.cli.output;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name of an output of features means. */
public enum FeatureOutputKind {
  /** {@code NAME.csv}. */
  TABLE,
  /** {@code NAME.npy}: one file's array. */
  ARRAY,
  /** {@code NAME.parquet}. */
  PARQUET,
  /** Any name without an ending: a folder of arrays. */
  FOLDER;

  private static final Pattern ENDING = Pattern.compile(".+(\\.[A-Za-z][A-Za-z0-9]{0,8})");

  /**
   * Finds out what is meant. A name that ends as files of another format do would make a folder
   * that nobody expects, so it is refused unless a slash behind it or a folder there says that one
   * is meant.
   *
   * @param name as given
   * @throws IllegalArgumentException if the ending is of another format
   */
  public static FeatureOutputKind of(String name) {
    Path path = Path.of(name);
    boolean slash = name.endsWith("/") || name.endsWith(path.getFileSystem().getSeparator());
    if (slash || Files.isDirectory(path)) {
      return FOLDER;
    }
    String last = String.valueOf(path.getFileName());
    String lower = last.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".csv")) {
      return TABLE;
    }
    if (lower.endsWith(".npy")) {
      return ARRAY;
    }
    if (lower.endsWith(".parquet")) {
      return PARQUET;
    }
    Matcher matcher = ENDING.matcher(last);
    if (matcher.matches()) {
      throw new IllegalArgumentException(
          "--output=%s: files of the ending %s are not written; give FILE.csv or FILE.parquet for a table, FILE.npy"
                  .formatted(name, matcher.group(1))
              + " for the array of one file, or a folder for an array a file (%s/ if it is to have"
                  .formatted(name)
              + " this name)");
    }
    return FOLDER;
  }
}
