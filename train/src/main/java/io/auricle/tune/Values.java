package io.auricle.tune;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** What a setting may be in a search. */
public sealed interface Values permits Choice, Range {
  /** One of them by chance. */
  Object draw(SplittableRandom random);

  /**
   * All of them, for a grid.
   *
   * @throws IllegalArgumentException if it is not said how many
   */
  List<Object> grid();

  /** Whether a plot should show them on a logarithmic axis. */
  boolean logarithmic();

  /**
   * As in a search file: a list of values of any form, or a range.
   *
   * @throws IllegalArgumentException if it is neither
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Values of(JsonNode node) {
    if (node.isObject()) {
      return Range.of(node);
    }
    if (!node.isArray()) {
      throw new IllegalArgumentException(
          node + " must be a list of values, or a range: {from: 0.1, to: 100, scale: log}");
    }
    ObjectMapper mapper = new ObjectMapper();
    List<Object> values = new ArrayList<>();
    node.forEach(value -> values.add(mapper.convertValue(value, Object.class)));
    return new Choice(values);
  }
}
