package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.cache.UserCache;
import io.auricle.folder.FolderTree;
import java.io.File;
import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a program relies on that has Auricle inside. */
final class EmbeddingTest {
  private static final Path SONG = Path.of("..", "samples", "jazz.wav").toAbsolutePath();
  private static final Path SOURCE = Path.of("tone.wav");

  private final Path folder;

  EmbeddingTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void closedTwiceIsHarmlessAndClosedSaysSo() throws Exception {
    Classifier classifier = Classifiers.load(models().single("one", 10, 5, 0.4f, 0.6f));
    classifier.close();
    classifier.close();
    var thrown = assertThrows(IllegalStateException.class, () -> classifier.predict(SONG));
    assertTrue(thrown.toString().contains("is closed"), thrown.toString());
    assertThrows(
        IllegalStateException.class,
        () -> classifier.predict(new SyntheticStream(9, 0.5f), SOURCE));
  }

  /** No clip has no score, and a closed model has none at all. */
  @Test
  void scoresAreOfClips() throws Exception {
    Classifier classifier = Classifiers.load(models().single("one", 10, 5, 0.4f, 0.6f));
    assertThrows(IllegalArgumentException.class, () -> classifier.scores(List.of()));
    classifier.close();
    assertThrows(IllegalStateException.class, () -> classifier.scores(List.of()));
  }

  /** Sound of another rate would be heard at another pitch. */
  @Test
  void openerOfAnotherRateIsRefused() throws Exception {
    try (Classifier classifier = Classifiers.load(models().single("one", 10, 5, 0.4f, 0.6f))) {
      JointClassifier joint = new JointClassifier(List.of(classifier));
      SampleStream other =
          AudioDecoder.of(DecodeOptions.at(classifier.sampleRateHz() / 2)).open(SONG);
      var thrown =
          assertThrows(IllegalArgumentException.class, () -> joint.predict(SONG, rate -> other));
      assertTrue(thrown.toString().contains("stream.sampleRateHz="), thrown.toString());
    }
  }

  @Test
  void embeddingsOfAnotherLengthAreNotCompared() {
    TrackEmbedding two = new TrackEmbedding("network", "1", List.of(1.0, 2.0));
    TrackEmbedding one = new TrackEmbedding("network", "1", List.of(1.0));
    assertThrows(IllegalArgumentException.class, () -> two.similarity(one));
    assertThrows(IllegalArgumentException.class, () -> one.similarity(two));
  }

  @Test
  void closingUnderAPredictionEndsIt() throws Exception {
    Classifier classifier = Classifiers.load(models().single("one", 10, 5, 0.4f, 0.6f));
    SyntheticStream endless = new SyntheticStream(36_000, 0.5f);
    Thread closing = new Thread(classifier::close);
    closing.start();
    assertThrows(IllegalStateException.class, () -> classifier.predict(endless, SOURCE));
    closing.join();
  }

  @Test
  void notSureGivesNothing() throws Exception {
    try (Classifier even = Classifiers.load(models().single("even", 10, 5, 0.49f, 0.45f));
        Classifier clear = Classifiers.load(models().single("clear", 10, 5, 0.4f, 0.6f))) {
      TrackPrediction unsure = even.predict(new SyntheticStream(9, 0.5f), SOURCE);
      assertEquals(List.of(), unsure.sure() ? List.of("sure") : unsure.given(), unsure.toString());
      assertEquals("high", unsure.best().label());
      assertEquals(unsure.sure(), unsure.best().given());
      TrackPrediction sure = clear.predict(new SyntheticStream(9, 0.5f), SOURCE);
      assertTrue(sure.sure() && sure.best().given());
      assertEquals(List.of("low"), sure.given());
    }
  }

  @Test
  void interruptedThreadIsToldSoAndStaysInterrupted() throws Exception {
    try (Classifier genre = Classifiers.load("genre")) {
      for (Path song : List.of(SONG, Path.of("..", "samples", "metal.mp3"))) {
        Thread.currentThread().interrupt();
        try {
          assertThrows(CancellationException.class, () -> genre.predict(song));
        } finally {
          assertTrue(Thread.interrupted(), "still interrupted");
        }
      }
      assertNotEquals(List.of(), genre.predict(SONG).labels());
    }
  }

  /** The JVM gives a native library to one class loader only. */
  @Test
  void everyClassLoaderHasItsOwn() throws Exception {
    System.setProperty(UserCache.PROPERTY, folder.resolve("cache").toString());
    try {
      List<String> said = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        try (URLClassLoader loader =
            new URLClassLoader(
                classPath().map(EmbeddingTest::url).toArray(URL[]::new),
                ClassLoader.getPlatformClassLoader())) {
          AutoCloseable classifier =
              (AutoCloseable)
                  loader
                      .loadClass(Classifiers.class.getName())
                      .getMethod("load", String.class)
                      .invoke(null, "genre");
          Object song =
              classifier.getClass().getMethod("predict", Path.class).invoke(classifier, SONG);
          said.add(song.getClass().getMethod("best").invoke(song).toString());
          classifier.close();
        }
      }
      assertEquals(1, said.stream().distinct().count(), said.toString());
    } finally {
      System.clearProperty(UserCache.PROPERTY);
    }
    try (Stream<Path> left = Files.list(folder.resolve("cache"))) {
      assertEquals(1, left.count(), "the cached folder alone");
    }
  }

  /** ONNX Runtime by itself makes a folder among the temporary files. */
  @Test
  void nothingIsNeededOfTheTemporaryFolderNorLeftInIt() throws Exception {
    Path temporary = Files.createDirectory(folder.resolve("tmp"));
    String expected;
    try (Classifier genre = Classifiers.load("genre")) {
      expected = genre.predict(SONG).best().label();
    }
    assertEquals(expected, start(temporary));
    try (Stream<Path> left = Files.list(temporary)) {
      assertEquals(List.of(), left.toList());
    }
    FolderTree.remove(temporary);
    assertEquals(expected, start(temporary));
  }

  private String start(Path temporary) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-XX:-UsePerfData",
                "-Dauricle.cache=" + folder.resolve("cache"),
                "-cp",
                classPath().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                Program.class.getName())
            .redirectErrorStream(true)
            .start();
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    process.waitFor();
    return said;
  }

  /** A program that classifies one file. */
  static final class Program {
    private Program() {}

    public static void main(String[] args) throws Exception {
      try (Classifier genre = Classifiers.load("genre")) {
        System.out.println(genre.predict(SONG).best().label());
      }
    }
  }

  private ConstantModels models() {
    return new ConstantModels(folder);
  }

  private static URL url(Path path) {
    try {
      return path.toUri().toURL();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Stream<Path> classPath() {
    Stream<URL> classes =
        Stream.of(
                AudioDecoder.class,
                Classifiers.class,
                EmbeddingTest.class,
                OrtEnvironment.class,
                ObjectMapper.class,
                JsonParser.class,
                JsonProperty.class)
            .map(type -> type.getProtectionDomain().getCodeSource().getLocation());
    return Stream.concat(classes, Stream.of(bundledModels()))
        .map(url -> Path.of(URI.create(url.toString())));
  }

  /** Where the bundled models lie, which no class goes with: a folder or a jar. */
  private static URL bundledModels() {
    URL index = EmbeddingTest.class.getClassLoader().getResource("models/index.txt");
    try {
      return index.openConnection() instanceof JarURLConnection jar
          ? jar.getJarFileURL()
          : URI.create(index.toString().replaceFirst("models/index.txt$", "")).toURL();
    } catch (IOException e) {
      throw new IllegalStateException(index.toString(), e);
    }
  }
}
