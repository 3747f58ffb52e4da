package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions.Output;
import io.auricle.experiment.RunFolder;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The experiment that repeats Chin's mood tagger, on a small tree in the layout of MTG-Jamendo with
 * all its 59 mood and theme tags; the network and the pieces are smaller, too.
 */
final class JamendoExperimentTest {
  private static final Path EXPERIMENTS = Path.of("..", "experiments");
  private static final List<String> TAGS =
      List.of(
          ("action adventure advertising ambiental background ballad calm children christmas"
                  + " commercial cool corporate dark deep documentary drama dramatic dream emotional"
                  + " energetic epic film fun funny game groovy happy heavy holiday hopeful horror"
                  + " inspiring love meditative melancholic mellow melodic motivational movie nature"
                  + " party positive powerful relaxing retro romantic sad sexy slow soft soundscape"
                  + " space sport summer trailer travel upbeat uplifting")
              .split(" ", -1));
  private static final Map<String, Integer> PARTS =
      Map.of("train", 40, "validation", 12, "test", 12);
  private static final String HEAD = "TRACK_ID\tARTIST_ID\tALBUM_ID\tPATH\tDURATION\tTAGS";

  private Path folder;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void chinsProtocolRunsOnATreeLikeJamendos() throws Exception {
    tree();
    RunFolder run = run(Map.of());
    ModelCard card = Bundle.read(run.model()).card();
    assertEquals(35, card.labels().size());
    assertTrue(card.labels().containsAll(List.of("ballad", "christmas", "fun", "summer")));
    assertFalse(card.labels().contains("dramatic") || card.labels().contains("funny"));
    assertEquals(Output.TAGS, card.scores().output());
    JsonNode facts = new JsonMapper().readTree(run.path().resolve("run.json").toFile());
    assertEquals(59, facts.path("tags").path("before").size());
    assertEquals(35, facts.path("tags").path("after").size());
    assertEquals("[]", facts.path("tags").path("tooRare").toString());
    assertEquals("[]", facts.path("tags").path("absent").toString());
    assertTrue(facts.path("tagsWithoutArea").path("jamendo test").size() > 0);
    assertTrue(
        card.training().metrics().stream().anyMatch(m -> m.name().equals("ROC-AUC, macro")),
        card.training().metrics().toString());
    // No score of so short a training is above 0.9: nothing is given, and so nothing ranked.
    assertEquals(
        0.5,
        card.training().metrics().stream()
            .filter(m -> m.name().equals("ROC-AUC of decisions, samples"))
            .findFirst()
            .orElseThrow()
            .value());
    try (Classifier classifier = Classifiers.load(Bundle.read(run.model()))) {
      Path file = Noises.wav(folder.resolve("new.wav"), "hum", new Random(9), 4);
      TrackPrediction prediction = classifier.predict(file);
      assertEquals(35, prediction.labels().size());
      // Half a second is left out at both ends, and what fills no piece of one second.
      assertEquals(3, prediction.segments().size());
      assertEquals(0.5, prediction.segments().get(0).startSeconds(), 1e-9);
    }
  }

  @Test
  void aPartOfTheCollectionWithFewOfTheTagsWorks() throws Exception {
    tree(List.of("calm", "dark", "film", "happy", "love", "sad", "slow", "space"));
    RunFolder run = run(Map.of("data.0.pieces", "true"));
    assertEquals(
        List.of("calm", "dark", "happy", "love", "sad", "slow"),
        Bundle.read(run.model()).card().labels());
    JsonNode facts = new JsonMapper().readTree(run.path().resolve("run.json").toFile());
    assertEquals(22, facts.path("tags").path("absent").size());
  }

  @Test
  void allWaysAgainstRareTagsRun() throws Exception {
    tree();
    for (String sampling : List.of("{kind: over, size: 1}", "{kind: under, size: 0.25}")) {
      RunFolder run =
          run(
              Map.of(
                  "tags.sampling",
                  sampling,
                  "tags.positiveWeight",
                  "0.5",
                  "model.network.training.focus",
                  "2"));
      assertEquals(1, run.epochs().size());
    }
  }

  private RunFolder run(Map<String, String> changes) throws Exception {
    // The published numbers of tracks are a thousand times these.
    String cleanUp = Files.readString(EXPERIMENTS.resolve("tags/chin.yaml"));
    Path small = folder.resolve("clean.yaml");
    Files.writeString(small, cleanUp.replace("minimumTracks: 10", "minimumTracks: 2"));
    Path network = folder.resolve("tiny.yaml");
    Files.writeString(
        network,
        """
        name: tiny
        input: [1, 96, 11]
        output: sigmoid
        layers: [normalise, {global-pool: {kind: avg, over: time}}, flatten, {dense: classes}]
        """);
    Map<String, String> settings = new HashMap<>(changes);
    settings.put("data", folder.toString());
    settings.put("tags.cleanUp", small.toString());
    settings.put("model.network.description", network.toString());
    settings.put("model.network.training.length.epochs", "1");
    settings.put("input.clipSeconds", "1");
    settings.put("input.edgeSeconds", "0.5");
    settings.put("input.segmentFrames", "11");
    settings.put("input.segmentHopFrames", "11");
    return Experiments.run(EXPERIMENTS.resolve("jamendo-chin.yaml"), settings, folder, line -> {});
  }

  /** The table of all tracks, those of the first split, and two seconds of noise for each track. */
  private void tree() throws IOException {
    tree(TAGS);
  }

  private void tree(List<String> tags) throws IOException {
    Path root = folder.resolve("jamendo");
    Path splits = Files.createDirectories(root.resolve("data/splits/split-0"));
    List<String> all = new ArrayList<>(List.of(HEAD));
    Random random = new Random(4);
    int track = 0;
    for (String part : List.of("train", "validation", "test")) {
      List<String> rows = new ArrayList<>(List.of(HEAD));
      for (int i = 0; i < PARTS.getOrDefault(part, 0); i++, track++) {
        String row = row(track, tags, track == 0 && tags == TAGS);
        rows.add(row);
        all.add(row);
        Path audio = root.resolve(path(track));
        Files.createDirectories(audio.getParent());
        // Named as in the data set; what a file is, its contents say.
        Noises.wav(audio, Noises.KINDS.get(track % 3), random, 2);
      }
      Files.write(splits.resolve("autotagging_moodtheme-" + part + ".tsv"), rows);
    }
    Files.write(root.resolve("data/autotagging_moodtheme.tsv"), all);
  }

  /** Four tags a track, in turn. */
  private static String row(int track, List<String> tags, boolean fast) {
    StringBuilder row = new StringBuilder();
    row.append("track_%07d\tartist_%06d\talbum_%06d\t".formatted(1000 + track, track, track));
    row.append(path(track)).append("\t2.0");
    for (int i = 0; i < 4; i++) {
      row.append("\tmood/theme---").append(tags.get((4 * track + i) % tags.size()));
    }
    return fast ? row + "\tmood/theme---fast" : row.toString();
  }

  private static String path(int track) {
    return "%02d/%d.mp3".formatted((1000 + track) % 100, 1000 + track);
  }
}
