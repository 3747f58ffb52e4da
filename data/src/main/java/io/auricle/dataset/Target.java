package io.auricle.dataset;

import io.auricle.label.Label;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What the tracks of a data set can be labelled with; one data set may have several such views, as
 * {@code genre} and {@code emotions}.
 *
 * @param name by which commands and experiments know it
 * @param title what its labels say
 * @param several whether a track carries any number of labels, none included, rather than one
 * @param labels all labels there can be, in the order of score vectors; empty if they are whatever
 *     the files say
 * @param threshold for labels given as shares in [0, 1]: from which share on a track carries one;
 *     null for labels that are there or not
 */
public record Target(
    String name, String title, boolean several, List<Label> labels, @Nullable Double threshold) {
  /** Between name and threshold. */
  static final String AT = "@";

  public Target {
    labels = List.copyOf(labels);
    if (threshold != null && !(threshold > 0 && threshold <= 1)) {
      throw new IllegalArgumentException("threshold=" + threshold + " must be in (0, 1]");
    }
  }

  /** Whether the labels are whatever the files say. */
  public boolean open() {
    return labels.isEmpty();
  }

  /** The same with another threshold. */
  Target at(double other) {
    if (threshold == null) {
      throw new IllegalArgumentException(
          "target=%s must be without a threshold, its labels are no shares".formatted(name));
    }
    return new Target(name, title, several, labels, other);
  }

  /** The name, and the threshold if there is one: {@code genre}, {@code emotions@0.25}. */
  public String spelling() {
    return threshold == null ? name : name + AT + String.format(Locale.ROOT, "%s", threshold);
  }
}
