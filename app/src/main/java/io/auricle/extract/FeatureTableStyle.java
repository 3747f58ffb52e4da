package io.auricle.extract;

import io.auricle.text.CsvStyle;

/**
 * How tables of features are written.
 *
 * @param csv their cells and their beginning
 * @param paths whether a first column has the path of each file, by which tables can be joined;
 *     without it a table has the columns of the published ones
 */
public record FeatureTableStyle(CsvStyle csv, boolean paths) {
  /** As the published tables. */
  public static final FeatureTableStyle PUBLISHED = new FeatureTableStyle(CsvStyle.PLAIN, false);
}
