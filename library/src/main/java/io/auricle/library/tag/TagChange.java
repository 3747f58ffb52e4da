package io.auricle.library.tag;

import java.util.List;

/** A field that gets other values; none at all if it was not there. */
public record TagChange(String field, List<String> old, List<String> values) {
  public TagChange {
    old = List.copyOf(old);
    values = List.copyOf(values);
  }
}
