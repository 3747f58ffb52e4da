package io.auricle.featureset;

import java.util.Map;
import java.util.function.Function;

/**
 * What a file means that changes the hop of a set and not its reference hop: where levels are
 * relative to the frames themselves, they stay so at another hop.
 */
public final class ReferenceHop {
  private static final String HOP = "hopLength";
  private static final String REFERENCE_HOP = "referenceHopLength";

  private ReferenceHop() {}

  /**
   * Adds what is meant to what is given.
   *
   * @param given options by name, as a file has them
   * @param usual the values of the set without the file, by name; equal ones for both names if
   *     levels are relative to the frames themselves
   */
  public static <V> void follow(Map<String, V> given, Function<String, Object> usual) {
    V hop = given.get(HOP);
    if (hop != null && usual.apply(HOP).equals(usual.apply(REFERENCE_HOP))) {
      given.putIfAbsent(REFERENCE_HOP, hop);
    }
  }
}
