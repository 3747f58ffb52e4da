package io.auricle.feature;

/**
 * A number of the whole sound that rows depend on, such as its highest level. It is found in a
 * first look at the sound. Implementing records are keys: equal ones are looked for once.
 */
public interface Fact {
  /** Begins the first look. */
  Finder finder(Analysis sound);

  /** The frames that are looked at, those of the features unless stated otherwise. */
  default FrameGrid grid(FrameGrid ofFeatures) {
    return ofFeatures;
  }

  /** The first look at one sound. */
  interface Finder {
    /** Takes the next frames. */
    void accept(FrameBlock block);

    /** The number, once all frames have come. */
    double value();
  }

  /** A fact of one sound, for its kernels. */
  final class Found {
    private double value = Double.NaN;

    void set(double found) {
      this.value = found;
    }

    /** The number; not before the first block. */
    public double value() {
      return value;
    }
  }
}
