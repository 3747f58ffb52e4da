package io.auricle.experiment;

import io.auricle.classic.model.ColumnScaling;
import io.auricle.yaml.Needed;
import java.util.Locale;

/**
 * Scaling of a source's features before anything learns from them, as studies do it that scale a
 * whole table: what is tested has then shaped what is learned from. The written model takes scaled
 * vectors, so it is of no use beyond its figures.
 *
 * @param kind how columns are scaled
 * @param over the tracks whose values say how
 */
public record ScaleOptions(@Needed ColumnScaling kind, @Needed Over over) {
  /** Whose values decide. */
  public enum Over {
    /** Those of all tracks together. */
    ALL,
    /** Those of each part for itself: the same sound is another vector in another part. */
    EACH_PART
  }

  /** In words, for reports. */
  public String title() {
    return "features scaled (%s) over %s: leaky"
        .formatted(
            kind.name().toLowerCase(Locale.ROOT),
            over == Over.ALL ? "all tracks" : "each part for itself");
  }
}
