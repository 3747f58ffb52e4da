package io.auricle.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers faults, so that a file's reader learns of all of them at once. */
public final class YamlFaults {
  private final List<YamlException> gathered = new ArrayList<>();

  /** What is made, or nothing: what is wrong with it is kept. */
  public <T> Optional<T> of(Supplier<T> making) {
    try {
      return Optional.of(making.get());
    } catch (YamlException e) {
      gathered.add(e);
      return Optional.empty();
    }
  }

  void add(YamlException fault) {
    gathered.add(fault);
  }

  boolean none() {
    return gathered.isEmpty();
  }

  /**
   * Goes on if nothing was wrong.
   *
   * @throws YamlException with all faults
   */
  public void check() {
    if (!gathered.isEmpty()) {
      throw YamlException.of(gathered);
    }
  }
}
