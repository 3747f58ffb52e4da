package io.auricle.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
    YamlNode value = YamlNode.parse("- 1\n- x\n").items("").get(1);
    YamlException fault = assertThrows(YamlException.class, () -> value.integer("b"));
    assertEquals("line 2: b=x must be a whole number", fault.getMessage());
    assertEquals("f.yaml:2: b=x must be a whole number", fault.in(Path.of("f.yaml")).getMessage());
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
