package io.auricle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of docs/java.md and of the package pages compile and run, in a JVM of their own, and
 * print what the document says.
 */
final class JavaDocumentTest {
  private static final Path ROOT = Path.of("..");
  private static final Path DOCUMENT = ROOT.resolve("docs/java.md");

  /** A block of code, what needs libraries that are not here, and what it prints. */
  private static final Pattern BLOCK =
      Pattern.compile(
          "(<!-- needs [^\\n]*-->\\n)?```java\\n(.*?)```\\n(?:\\n```text\\n(.*?)```\\n)?",
          Pattern.DOTALL);

  private static final Pattern EXPORT = Pattern.compile("exports ([\\w.]+);");
  private static final Pattern EXAMPLE =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);

  @Test
  void examplesOfTheDocumentPrintWhatItSays(@TempDir Path folder) throws Exception {
    List<String> code = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
    while (block.find()) {
      if (block.group(1) == null && !block.group(2).startsWith("import ")) {
        code.add(block.group(2));
        expected.add(block.group(3) == null ? "" : block.group(3));
      }
    }
    assertTrue(code.size() >= 10, "examples: " + code.size());
    List<String> printed = new Examples(folder, imports()).run(code);
    assertEquals(shown(code, expected), shown(code, printed));
  }

  /** All examples with what they print, so that one failure shows everything that is to be said. */
  private static String shown(List<String> code, List<String> printed) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < code.size(); i++) {
      text.append(code.get(i)).append("-> ").append(printed.get(i)).append('\n');
    }
    return text.toString();
  }

  @Test
  void everyExportedPackageHasAnExampleThatRuns(@TempDir Path folder) throws Exception {
    Map<String, String> code = new LinkedHashMap<>();
    for (String module : List.of("audio", "model")) {
      Path sources = ROOT.resolve(module).resolve("src/main");
      Matcher export =
          EXPORT.matcher(Files.readString(sources.resolve("java-module/module-info.java")));
      while (export.find()) {
        String name = export.group(1);
        Path page = sources.resolve("java/" + name.replace('.', '/') + "/package-info.java");
        Matcher example = EXAMPLE.matcher(Files.readString(page));
        assertTrue(example.find(), name + " has no example");
        code.put(name, example.group(1).replaceAll("(?m)^ \\* ?", ""));
      }
    }
    assertTrue(code.size() >= 15, "packages: " + code.keySet());
    List<String> printed = new Examples(folder, imports()).run(List.copyOf(code.values()));
    List<String> names = List.copyOf(code.keySet());
    for (int i = 0; i < names.size(); i++) {
      assertFalse(printed.get(i).isEmpty(), names.get(i) + " prints nothing");
    }
  }

  private static String imports() throws IOException {
    Matcher block = BLOCK.matcher(Files.readString(DOCUMENT, StandardCharsets.UTF_8));
    while (block.find()) {
      if (block.group(2).startsWith("import ")) {
        return block.group(2);
      }
    }
    throw new AssertionError("no imports in " + DOCUMENT);
  }
}
