package io.auricle.dataset;

import io.auricle.label.LabelMapping;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What one must know of a data set before using it.
 *
 * @param name by which commands know it: lower case letters, digits and hyphens
 * @param title in words
 * @param citation the publication to cite
 * @param licence who may use it for what
 * @param obtain where it comes from
 * @param tree the files that are expected, as shown to the user
 * @param mapping its taxonomy and how its own words map to it
 * @param faults tracks that are known to be bad, each with the reason; loaders leave them out
 */
public record DatasetCard(
    String name,
    String title,
    String citation,
    String licence,
    String obtain,
    String tree,
    LabelMapping mapping,
    Map<TrackId, String> faults) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

  public DatasetCard {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "name=" + name + " must be of lower case letters, digits and hyphens");
    }
    faults = Map.copyOf(faults);
  }
}
