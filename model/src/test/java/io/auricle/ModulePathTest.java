package io.auricle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
          Path song = Path.of("../samples/blues.mp3");
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
    List<String> compile = new ArrayList<>(patched(folder));
    compile.addAll(
        List.of(
            "-d",
            folder.resolve("demo").toString(),
            sources.resolve("module-info.java").toString(),
            sources.resolve("Main.java").toString()));
    compile(compile);
    List<String> run =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home", ""), "bin", "java").toString()));
    run.addAll(patched(folder));
    run.addAll(List.of("-cp", MODELS.toString(), "-m", "demo/demo.Main"));
    Path out = temporary.resolve("out.txt");
    Process process =
        new ProcessBuilder(run).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    assertTrue(process.waitFor(10, TimeUnit.MINUTES), "took over 10 minutes");
    String said = Files.readString(out);
    assertEquals(0, process.exitValue(), said);
    assertTrue(said.endsWith("blues%n20%n".formatted()), said);
  }

  /** The descriptor of a module, apart from its classes, where it lies before they are packed. */
  private static void module(Path folder, String name, Path classes, Path descriptor)
      throws IOException {
    compile(
        List.of(
            "-nowarn",
            "-d",
            folder.resolve(name).toString(),
            "--patch-module",
            name + "=" + classes,
            "--module-path",
            path(folder),
            descriptor.resolve("module-info.java").toString()));
  }

  private static List<String> patched(Path folder) {
    return List.of(
        "--module-path",
        path(folder),
        "--patch-module",
        "auricle.audio=" + AUDIO,
        "--patch-module",
        "auricle.model=" + CLASSES);
  }

  /** What was made here, and the libraries that come with the artifacts. */
  private static String path(Path folder) {
    String libraries =
        Arrays.stream(
                System.getProperty("java.class.path", "").split(Pattern.quote(File.pathSeparator), -1))
            .filter(entry -> entry.matches(".*(jackson-|onnxruntime-|jspecify-|/ffmpeg-)[^/]*\\.jar"))
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
