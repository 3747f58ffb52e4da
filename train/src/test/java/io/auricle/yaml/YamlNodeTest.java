package io.auricle.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlNodeTest {
  private enum Fruit {
    APPLE,
    PEAR
  }

  @Test
  void faultKnowsItsLineAndLaterItsFile() {
    YamlNode root = YamlNode.parse("a: 1\nb: x\n");
    YamlNode value = root.needed("the text", root.entries(), "b");
    YamlException fault = assertThrows(YamlException.class, () -> value.integer("b"));
    assertEquals("line 2: b=x must be a whole number", fault.getMessage());
    assertEquals(2, fault.line());
    assertNull(fault.file());
    YamlException placed = fault.in(Path.of("f.yaml"));
    assertEquals("f.yaml, line 2: b=x must be a whole number", placed.getMessage());
    assertEquals(Path.of("f.yaml"), placed.file());
  }

  @Test
  void wordIsAConstantInLowerCase() {
    assertEquals(Fruit.PEAR, YamlNode.parse("pear").word("fruit", Fruit.class));
    Exception e =
        assertThrows(YamlException.class, () -> YamlNode.parse("peer").word("fruit", Fruit.class));
    assertEquals(
        "line 1: fruit=peer must be one of [apple, pear]; did you mean pear?", e.getMessage());
  }

  @ParameterizedTest
  @CsvSource({"true, true", "false, false"})
  void flagIsTrueOrFalse(String text, boolean value) {
    assertEquals(value, YamlNode.parse(text).flag("on"));
    assertThrows(YamlException.class, () -> YamlNode.parse("yes").flag("on"));
  }
}
