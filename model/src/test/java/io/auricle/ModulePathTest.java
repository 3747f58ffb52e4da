package io.auricle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program of modules: what it needs is exported and opened, and nothing else. */
final class ModulePathTest {
  private static final Path CLASSES = Path.of("target/classes").toAbsolutePath();
  private static final Path AUDIO = Path.of("../audio/target/classes").toAbsolutePath().normalize();
  private static final Path MODELS =
      Path.of("../models/target/classes").toAbsolutePath().normalize();

  private static final String PROGRAM =
      """
      package demo;
      import io.auricle.audio.decode.AudioFiles;
      import io.auricle.feature.frame.Mfcc;
      import io.auricle.predict.Classifier;
      import io.auricle.predict.Classifiers;
      import java.nio.file.Path;
      public class Main {
        public static void main(String[] arguments) throws Exception {
          Path song = Path.of("../samples/electronic.ogg");
          try (Classifier genre = Classifiers.load("genre")) {
            System.out.println(genre.predict(song).best().label());
            System.out.println(Mfcc.of(AudioFiles.load(song)).columnCount());
          }
        }
      }
      """;

  @Test
  void programOfModulesHearsAndComputes(@TempDir Path temporary) throws Exception {
    // A module path may hold nothing else.
    Path folder = temporary.resolve("modules");
    module(folder, "auricle.audio", AUDIO, Path.of("../audio/src/main/java-module"));
    module(folder, "auricle.model", CLASSES, Path.of("src/main/java-module"));
    Path sources = Files.createDirectories(temporary.resolve("sources"));
    Files.writeString(
        sources.resolve("module-info.java"), "module demo { requires auricle.model; }");
    Files.writeString(sources.resolve("Main.java"), PROGRAM);
    compile(
        List.of(
            "--module-path",
            path(folder),
            "-d",
            folder.resolve("demo").toString(),
            sources.resolve("module-info.java").toString(),
            sources.resolve("Main.java").toString()));
    List<String> run =
        List.of(
            Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
            "--module-path",
            path(folder),
            "-cp",
            MODELS.toString(),
            "-m",
            "demo/demo.Main");
    Path out = temporary.resolve("out.txt");
    Process process =
        new ProcessBuilder(run).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), "took over 10 minutes");
    String said = Files.readString(out);
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.endsWith("electronic%n20%n".formatted()), said);
  }

  /**
   * A module as its jar will be: its classes with the descriptor, which tests are built without.
   */
  private static void module(Path folder, String name, Path classes, Path descriptor)
      throws IOException {
    Path module = folder.resolve(name);
    try (Stream<Path> files = Files.walk(classes)) {
      for (Path file : files.toList()) {
        Path target = module.resolve(classes.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.copy(file, target);
        }
      }
    }
    compile(
        List.of(
            "-nowarn",
            "-d",
            module.toString(),
            "--patch-module",
            name + "=" + module,
            "--module-path",
            path(folder),
            descriptor.resolve("module-info.java").toString()));
  }

  /** What was made here, and the libraries that come with the artifacts. */
  private static String path(Path folder) {
    String libraries =
        Arrays.stream(
                System.getProperty("java.class.path", "")
                    .split(Pattern.quote(File.pathSeparator), -1))
            .filter(
                entry -> entry.matches(".*(jackson-|onnxruntime-|jspecify-|/ffmpeg-)[^/]*\\.jar"))
            .collect(Collectors.joining(File.pathSeparator));
    return folder + File.pathSeparator + libraries;
  }

  private static void compile(List<String> arguments) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, said, said, arguments.toArray(String[]::new));
    assertEquals(0, result, said.toString(StandardCharsets.UTF_8));
  }
}
