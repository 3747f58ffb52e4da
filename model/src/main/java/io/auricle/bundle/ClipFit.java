package io.auricle.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What is done with clips that are not as long as a segment.
 *
 * @param way how they are made to fit
 * @param value of the frames that are put behind a short clip, finite; 0 unless {@code filled}
 */
public record ClipFit(Way way, @JsonInclude(JsonInclude.Include.NON_DEFAULT) Double value) {
  /** Ways to make a clip fit. */
  public enum Way {
    /** A short clip is repeated until it fills a segment. */
    REPEATED,
    /** A short clip has frames of one value behind it until it fills a segment. */
    FILLED,
    /** Every clip is one segment, however long: for models that take any length. */
    WHOLE
  }

  /** What holds where nothing else is said. */
  public static final ClipFit REPEATED = new ClipFit(Way.REPEATED, 0.0);

  /** Clips go in as they are. */
  public static final ClipFit WHOLE = new ClipFit(Way.WHOLE, 0.0);

  /** Short clips are filled up with a value. */
  public static ClipFit filled(double value) {
    return new ClipFit(Way.FILLED, value);
  }

  public ClipFit {
    Checks.present(way, "way");
    value = value == null ? 0.0 : value;
    if (!Double.isFinite(value) || (way != Way.FILLED && value != 0)) {
      throw new IllegalArgumentException(
          "value=%s must be a finite number, and only with way=filled".formatted(value));
    }
  }

  /** Leaves out of cards what holds anyway: Jackson leaves out what equals this. */
  static final class Usual {
    @Override
    public boolean equals(@Nullable Object other) {
      return REPEATED.equals(other);
    }

    @Override
    public int hashCode() {
      return REPEATED.hashCode();
    }
  }
}
