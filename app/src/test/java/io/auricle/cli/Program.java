package io.auricle.cli;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The program in a process of its own, as a shell starts it. */
final class Program {
  private Program() {}

  /**
   * Starts a line of the shell in which {@code auricle} is the program.
   *
   * @param words {@code $1}, {@code $2} ... of the line
   */
  static ProcessBuilder shell(Path folder, String line, Object... words) {
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c"));
    command.add(
        "auricle() { \"$java\" -Xmx256m -XX:TieredStopAtLevel=1 -XX:-UsePerfData"
            + " -Djava.io.tmpdir=\"$temporary\" -cp \"$classes\" "
            + Main.class.getName()
            + " \"$@\"; }; "
            + line);
    command.add("sh");
    Stream.of(words).map(Object::toString).forEach(command::add);
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder
        .environment()
        .put("java", String.join(File.separator, System.getProperty("java.home"), "bin", "java"));
    builder.environment().put("classes", classPath());
    builder.environment().put("temporary", folder.toString());
    // As the launcher has it: sums of trainings do not depend on what else runs.
    builder.environment().put("MKL_CBWR", "AVX2,STRICT");
    return builder;
  }

  /** Runs such a line to its end. */
  static Outcome run(Path folder, String line, Object... words)
      throws IOException, InterruptedException {
    File err = folder.resolve("stderr.txt").toFile();
    Process process = shell(folder, line, words).redirectError(err).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code = process.waitFor();
    return new Outcome(code, out, Files.readString(err.toPath()));
  }

  /**
   * Whether SIGINT is ignored here. A shell starts its background jobs so, and every process below
   * inherits it.
   */
  static boolean isInterruptIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }

  /** What the tests themselves run from, however they were started. */
  static String classPath() {
    Stream<String> entries =
        Main.class.getClassLoader() instanceof URLClassLoader loader
            ? Stream.of(loader.getURLs()).map(URL::getPath)
            : Stream.of(System.getProperty("java.class.path").split(File.pathSeparator));
    return entries
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
