package io.auricle.tune;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One of several values; a whole group of settings may be a value.
 *
 * @param values different, one at least: numbers, texts, true or false, lists, maps
 */
record Choice(List<Object> values) implements SettingValues {
  Choice {
    if (values.isEmpty() || values.contains("")) {
      throw new IllegalArgumentException("values=" + values + " must be one at least, none empty");
    }
    values = List.copyOf(values);
    if (new HashSet<>(values).size() < values.size()) {
      throw new IllegalArgumentException("values=" + values + " must be different");
    }
  }

  @Override
  public Object draw(SplittableRandom random) {
    return values.get(random.nextInt(values.size()));
  }

  @Override
  public List<Object> grid() {
    return values;
  }

  @Override
  public boolean logarithmic() {
    return false;
  }
}
