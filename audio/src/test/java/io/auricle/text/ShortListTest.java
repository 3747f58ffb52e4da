package io.auricle.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShortListTest {
  @Test
  void namesTheFirstAndCountsTheOthers() {
    List<String> names = List.of("a", "b", "c");
    assertEquals("a and 2 more", ShortList.of(names, 1));
    assertEquals("a, b and 1 more", ShortList.of(names, 2));
    assertEquals("a, b, c", ShortList.of(names, 3));
    assertEquals("", ShortList.of(List.of(), 3));
  }
}
