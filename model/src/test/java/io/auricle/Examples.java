package io.auricle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;

/** Pieces of code of documents, compiled together and run one after the other, as a user would. */
final class Examples {
  private static final String MARK = "~~~ end of example ~~~";

  private final Path folder;
  private final String imports;

  Examples(Path folder, String imports) {
    this.folder = folder;
    this.imports = imports;
  }

  /** What each prints, when it is run in the root of the repository. */
  List<String> run(List<String> code) throws IOException, InterruptedException {
    Path source = Files.writeString(folder.resolve("Examples.java"), source(code));
    String path = System.getProperty("java.class.path", "");
    Path log = folder.resolve("compiler.txt");
    int compiled;
    try (var out = Files.newOutputStream(log)) {
      compiled =
          ToolProvider.getSystemJavaCompiler()
              .run(
                  null,
                  out,
                  out,
                  "-proc:none",
                  "-d",
                  folder.toString(),
                  "-cp",
                  path,
                  source.toString());
    }
    assertEquals(0, compiled, () -> read(log) + "\n" + read(source));
    List<String> printed = new ArrayList<>();
    StringBuilder one = new StringBuilder();
    for (String line : execute(folder + File.pathSeparator + absolute(path)).lines().toList()) {
      if (line.equals(MARK)) {
        printed.add(one.toString());
        one.setLength(0);
      } else {
        one.append(line).append('\n');
      }
    }
    return printed;
  }

  private String source(List<String> code) {
    StringBuilder text = new StringBuilder(imports).append("\npublic final class Examples {\n");
    StringBuilder main = new StringBuilder();
    for (int i = 0; i < code.size(); i++) {
      text.append(
          "  static void example%d() throws Exception {%n%s%n  }%n%n".formatted(i, code.get(i)));
      main.append("    example%d();%n    System.out.println(\"%s\");%n".formatted(i, MARK));
    }
    return text.append("  public static void main(String[] arguments) throws Exception {\n")
        .append(main)
        .append("  }\n}\n")
        .toString();
  }

  private String execute(String path) throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    Path errors = folder.resolve("errors.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "-cp",
                path,
                "Examples")
            .directory(new File(".."))
            .redirectOutput(out.toFile())
            .redirectError(errors.toFile())
            .start();
    assertTrue(process.waitFor(20, TimeUnit.MINUTES), "took over 20 minutes");
    assertEquals(0, process.exitValue(), () -> read(out) + read(errors));
    return read(out);
  }

  /** The class path of the tests, seen from the root of the repository. */
  private static String absolute(String path) {
    List<String> entries = new ArrayList<>();
    for (String entry : path.split(Pattern.quote(File.pathSeparator), -1)) {
      entries.add(Path.of(entry).toAbsolutePath().toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
