package io.auricle.featureset;

import io.auricle.yaml.YamlBinder;
import io.auricle.yaml.YamlNode;
import java.util.Map;
import java.util.Optional;

/**
 * What a file means that changes the hop of a set and not its reference hop: where levels are
 * relative to the frames themselves, they stay so at another hop.
 */
final class ReferenceHop {
  private static final String HOP = "hopLength";
  private static final String REFERENCE_HOP = "referenceHopLength";

  private ReferenceHop() {}

  /**
   * Adds what is meant to what is given.
   *
   * @param given options by name, as a file has them
   * @param usual the set without the file, which has equal values of both names if levels are
   *     relative to the frames themselves
   */
  static void follow(Map<String, YamlNode> given, Record usual) {
    YamlNode hop = given.get(HOP);
    Optional<Object> before = YamlBinder.component(usual, HOP);
    if (hop != null
        && before.isPresent()
        && before.equals(YamlBinder.component(usual, REFERENCE_HOP))) {
      given.putIfAbsent(REFERENCE_HOP, hop);
    }
  }
}
