package io.auricle.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.bundle.Bundle;
import io.auricle.foreign.ForeignModels.Source;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Public networks with the cards of {@code examples/models} against what Python makes of the same
 * sound (tools/golden/teachers.py). With {@code -Dauricle.data=}, where they lie in {@code
 * teachers}.
 */
final class AddedModelsTest {
  private final Path folder;

  AddedModelsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"msd-musicnn", "jamendo-musicnn", "audioset-mn04"})
  void allScoresAreThoseOfPython(String name) throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "needs -Dauricle.data=FOLDER");
    Path teachers = Path.of(data, "teachers");
    assumeTrue(Files.isRegularFile(teachers.resolve(name + ".onnx")), "needs teachers/" + name);
    JsonNode recorded = recorded();
    JsonNode expected = recorded.path("models").path(name);
    Path song = start(recorded.path("file").asText(), expected.path("seconds").asInt());
    List<String> labels = Files.readAllLines(teachers.resolve(name + ".labels.txt"));
    Files.write(folder.resolve(name + ".labels.txt"), labels);
    Path card = folder.resolve(name + ".yaml");
    Files.copy(Path.of("../examples/models", name + ".yaml"), card);
    Path added =
        ForeignModels.add(
            new Source(teachers.resolve(name + ".onnx"), card),
            Optional.empty(),
            name,
            folder.resolve("models"));
    try (Classifier model = Classifiers.load(Bundle.read(added))) {
      TrackPrediction heard = model.predict(song);
      assertEquals(expected.path("scores").size(), labels.size());
      double tolerance = recorded.path("tolerance").asDouble();
      double worst = 0;
      for (int i = 0; i < labels.size(); i++) {
        double score = expected.path("scores").path(i).asDouble();
        assertEquals(score, heard.score(labels.get(i)), tolerance, labels.get(i));
        worst = Math.max(worst, Math.abs(score - heard.score(labels.get(i))));
      }
      System.out.printf("%s: at most %.1e from Python%n", name, worst);
    }
  }

  private static JsonNode recorded() throws IOException {
    try (InputStream in = AddedModelsTest.class.getResourceAsStream("/golden/teachers.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** The first seconds of a sound, as a file. */
  private Path start(String file, int seconds) throws Exception {
    Path cut = folder.resolve("start.wav");
    try (AudioInputStream in = AudioSystem.getAudioInputStream(Path.of("..", file).toFile());
        AudioInputStream start =
            new AudioInputStream(
                in, in.getFormat(), (long) (seconds * in.getFormat().getSampleRate()))) {
      AudioSystem.write(start, AudioFileFormat.Type.WAVE, cut.toFile());
    }
    return cut;
  }
}
