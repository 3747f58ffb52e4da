package io.auricle.neural.option;

/**
 * Random changes of level, in the unit of the features (dB, or whatever the bands hold). Values at
 * the floor are silence and stay there; what is changed is kept between floor and ceiling.
 *
 * @param floor value of silence
 * @param ceiling highest value
 * @param equaliser standard deviation of a smooth random curve over the bands; 0 for none
 * @param gain half the width of a random level added to the segment; 0 for none
 * @param dynamics distances from the ceiling are multiplied by {@code exp(u)}, u uniform within
 *     plus and minus this; 0 for none
 * @param noise standard deviation of independent noise; 0 for none
 */
public record LevelChanges(
    double floor, double ceiling, double equaliser, double gain, double dynamics, double noise) {
  public LevelChanges {
    if (!(floor < ceiling)) {
      throw new IllegalArgumentException(
          "floor=%s must be below ceiling=%s".formatted(floor, ceiling));
    }
    if (!(equaliser >= 0 && gain >= 0 && dynamics >= 0 && noise >= 0)) {
      throw new IllegalArgumentException(
          "equaliser=%s, gain=%s, dynamics=%s, noise=%s must be 0 or more"
              .formatted(equaliser, gain, dynamics, noise));
    }
  }

  /** Whether any value may become another. */
  public boolean changeAnything() {
    return equaliser > 0 || gain > 0 || dynamics > 0 || noise > 0;
  }

  /** No change, whatever the range. */
  public static LevelChanges none() {
    return new LevelChanges(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0, 0, 0);
  }
}
