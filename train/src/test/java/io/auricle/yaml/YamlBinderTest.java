package io.auricle.yaml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlBinderTest {
  private enum Colour {
    RED,
    DARK_BLUE
  }

  private sealed interface Shape permits Circle, Box {}

  private record Circle(double radius) implements Shape {
    Circle {
      require(radius > 0, "radius=" + radius + " must be above 0");
    }
  }

  private record Box(int width, int height) implements Shape {
    Box {
      require(width > 1, "width=" + width + " must be at least 2");
      require(height > 0, "height=" + height + " must be above 0");
      require(height < width, "height=" + height + " must be below width=" + width);
    }
  }

  private record Inner(int first, @Nullable Integer second) {
    Inner {
      require(second == null || second > first, "second=" + second + " must be above first");
    }
  }

  private record Page(
      @Needed String title,
      @Needed List<Shape> shapes,
      long number,
      @Nullable Double scale,
      boolean wide,
      @Nullable Colour colour,
      List<Colour> others,
      Map<Colour, String> names,
      @Nullable Inner inner) {}

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  private static Page read(String text) {
    Map<String, Class<? extends Shape>> kinds =
        new TreeMap<>(Map.of("circle", Circle.class, "box", Box.class));
    return new YamlBinder()
        .reads(Shape.class, "kind", kinds)
        .read(YamlNode.parse(text.replace(';', '\n')), Page.class);
  }

  private record Recipe(
      @Needed(unless = "oven") @Nullable String pan, @Nullable Map<String, String> oven) {}

  private record Meal(
      @Needed(unless = {"guests", "cook.oven"}) @Nullable String salad,
      @Nullable String guests,
      @Nullable Recipe cook) {}

  @Test
  void whatIsMadeUpForNeedNotBeGiven() {
    YamlBinder binder = new YamlBinder();
    for (String text :
        List.of(
            "salad: green", "guests: none", "cook: {oven: {heat: 1}}", "{salad: a, guests: b}")) {
      Meal meal = binder.read(YamlNode.parse(text), Meal.class);
      assertEquals(text.contains("salad"), meal.salad() != null, text);
    }
    for (String text : List.of("cook: {pan: small}", "cook: {pan: oven}", "cook: ~", "{}")) {
      YamlException e =
          assertThrows(
              YamlException.class, () -> binder.read(YamlNode.parse(text), Meal.class), text);
      assertEquals("line 1: salad is missing; it must be a text", e.getMessage());
    }
    YamlException both =
        assertThrows(
            YamlException.class, () -> binder.read(YamlNode.parse("cook: {}"), Meal.class));
    assertEquals(
        List.of(
            "line 1: cook.pan is missing; it must be a text",
            "line 1: salad is missing; it must be a text"),
        String.valueOf(both.getMessage()).lines().sorted().toList());
  }

  @Test
  void faultsOfAFileThatAnotherNamesAreALineEach() {
    YamlException inner =
        assertThrows(YamlException.class, () -> read("titel: 1;shapes: [];wide: maybe"))
            .in(Path.of("net.yaml"));
    Exception outer = new IllegalArgumentException("mine.yaml: " + inner.getMessage(), inner);
    List<String> lines = YamlException.lines(outer, String.valueOf(outer.getMessage()));
    assertEquals(2, lines.size(), lines.toString());
    assertTrue(lines.get(0).startsWith("mine.yaml: net.yaml:1: there is no key titel"));
    assertTrue(lines.get(1).startsWith("mine.yaml: net.yaml:3: wide=maybe"), lines.get(1));
  }

  @Test
  void everyFormIsRead() {
    Page page =
        read(
            """
            title: 7
            shapes: [{kind: circle, radius: 1e-1}, {kind: box, width: 2_000, height: 1.0e3}]
            number: 9000000000
            wide: true
            scale: ~
            colour: Dark_Blue
            others: red
            names: {red: rot}
            inner: {first: 3}
            """);
    assertEquals(
        new Page(
            "7",
            List.of(new Circle(0.1), new Box(2000, 1000)),
            9_000_000_000L,
            null,
            true,
            Colour.DARK_BLUE,
            List.of(Colour.RED),
            Map.of(Colour.RED, "rot"),
            new Inner(3, null)),
        page);
  }

  /** What stands before the bar, with {@code ;} between lines; behind it the whole message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "title: a;shapes: [];numbre: 3|f:3: there is no key numbre; did you mean number?"
            + " There are [title, shapes, number, scale, wide, colour, others, names, inner]",
        "number: x;scale: y;wide: yes|f:1: title is missing; it must be a text;"
            + "f:1: shapes is missing; it must be a list;f:1: number=x must be a whole number;"
            + "f:2: scale=y must be a number;f:3: wide=yes must be true or false",
        "titel: a;shapes: []|f:1: there is no key titel; did you mean title?"
            + " There are [title, shapes, number, scale, wide, colour, others, names, inner]",
        "title: a;shapes: [];number: 1.5|f:3: number=1.5 must be a whole number",
        "title: a;shapes: [];number: 1e300|f:3: number=1e300 must be a whole number",
        "title: a;shapes: [];inner: {first: 9999999999}|f:3: inner.first=9999999999 must be in"
            + " [-2147483648, 2147483647]",
        "title: a;shapes: [];inner: 3|f:3: inner=3 must be keys with values",
        "title: a;shapes: [];inner: {first: 3, second: 2}|f:3: inner.second=2 must be above first",
        "title: [a];shapes: {}|f:1: title must be a single value;f:2: shapes must be a list",
        "title: a;shapes: [];colour: rde|f:3: colour=rde must be one of [red, dark_blue];"
            + " did you mean red?",
        "title: a;shapes: [];names: {green: g}|f:3: there is no key names.green; there are"
            + " [red, dark_blue]",
        "title: a;shapes: [{radius: 1}]|f:2: shapes.0.kind is missing; it must be one of"
            + " [box, circle]",
        "title: a;shapes: [{kind: cirle}]|f:2: shapes.0.kind=cirle must be one of [box, circle];"
            + " did you mean circle?",
        "title: a;shapes: [{kind: circle}]|f:2: shapes.0.radius is missing; it must be above 0",
        "title: a;shapes: [{kind: circle, radius: 0},;  {kind: box, width: 0, height: 0}]|"
            + "f:2: shapes.0.radius=0.0 must be above 0;f:3: shapes.1.width=0 must be at least 2;"
            + "f:3: shapes.1.height=0 must be above 0",
        "title: a;shapes: [{kind: box, width: x, height: 9}]|f:2: shapes.0.width=x must be a"
            + " whole number",
        "title: a;shapes: [];title: b|f:3: key title must be given once",
        "- a|f:1: the file must be keys with values",
        "\"\"|f:1: the file is empty",
        "title: [|f:1: not YAML: expected the node content, but found '<stream end>'",
      })
  void allFaultsAreSaidAtOnce(String text, String message) {
    YamlException e =
        assertThrows(YamlException.class, () -> read(text.equals("\"\"") ? "" : text));
    String expected = message.replaceAll("(^|;)f:", "\nf:").strip();
    assertEquals(expected, e.in(Path.of("f")).getMessage());
  }

  @Test
  void tenFaultsAreShown() {
    StringBuilder text = new StringBuilder("title: a\nshapes:\n");
    text.append("  - {kind: circle}\n".repeat(13));
    String message =
        String.valueOf(assertThrows(YamlException.class, () -> read(text.toString())).getMessage());
    assertEquals(11, message.lines().count());
    assertTrue(message.endsWith("\nand 3 more"), message);
  }

  @Test
  void settingsChangeValuesAndFillVariables() {
    YamlNode root =
        YamlSettings.applied(
            "a: ${x}/b\nc: {d: [1, 2]}\n", Map.of("x", "y", "c.d.1", "3", "c.e", "{f: g}"));
    assertEquals("{a=y/b, c={d=[1, 3], e={f=g}}}", String.valueOf(root.any()));
  }

  @Test
  void settingsWithoutPlaceOrValueAreNamed() {
    YamlException e =
        assertThrows(
            YamlException.class,
            () -> YamlSettings.applied("a: ${x}\ncost: 1\n", Map.of("b.c", "1", "cots.d", "2")));
    assertEquals(
        """
        f: setting b.c is neither a variable ${b.c} nor a place in the file; did you mean a?
        f: setting cots.d is neither a variable ${cots.d} nor a place in the file; did you mean \
        cost?
        f:1: variable ${x} has no value; give it with --set x=...""",
        String.valueOf(e.in(Path.of("f")).getMessage())
            .lines()
            .sorted()
            .reduce((a, b) -> a + "\n" + b)
            .orElse(""));
  }

  @Test
  void faultOfASettingNamesItsPlace() {
    YamlNode root = YamlSettings.applied("title: a\nshapes: []\n", Map.of("number", "x"));
    YamlException e =
        assertThrows(YamlException.class, () -> new YamlBinder().read(root, Page.class));
    assertEquals("f: number=x must be a whole number", e.in(Path.of("f")).getMessage());
  }
}
