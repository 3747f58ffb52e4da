package io.auricle.doctor;

import io.auricle.audio.DecodeException;
import io.auricle.folder.PrivateFolder;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.LabelScore;
import io.auricle.predict.TrackEmbedding;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Classifies clips that come with the program, one read in Java and one by FFmpeg, and compares
 * what comes out with what came out where the program was made: the label, its score, and the
 * embedding.
 *
 * @param expected of each clip
 * @param clips opens a clip by its name; null if there is none
 */
record SelfTest(List<Expected> expected, Clips clips) {
  /**
   * Largest distance of embeddings in parts of the length of the expected one. Processors differ in
   * the order of sums, FFmpegs in the last bits of an MP3; both stay well below.
   */
  static final double DISTANCE = 0.01;

  static final double SCORE = 0.02;

  private static final String ADVICE =
      "the program computes something else here than where it was made: report it with all of this"
          + " text";

  SelfTest {
    expected = List.copyOf(expected);
  }

  /** Where clips come from. */
  @FunctionalInterface
  interface Clips {
    @Nullable InputStream open(String name);
  }

  /** With the clips of the web page. */
  static SelfTest builtIn() throws IOException {
    try (InputStream in = SelfTest.class.getResourceAsStream("selftest.jsonl")) {
      if (in == null) {
        throw new IOException("selftest.jsonl is missing in the jar of auricle-app");
      }
      return new SelfTest(
          Expected.read(in), name -> SelfTest.class.getResourceAsStream("/web/samples/" + name));
    }
  }

  PartFinding run() throws IOException {
    List<String> said = new ArrayList<>();
    double farthest = 0;
    long start = System.nanoTime();
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
    try (PrivateFolder folder = PrivateFolder.open(temporary, "auricle-doctor-")) {
      for (Expected clip : expected) {
        TrackPrediction heard = classify(clip, folder.path().resolve(clip.clip()));
        String fault = fault(clip, heard);
        if (!fault.isEmpty()) {
          return PartFinding.fault("selftest", clip.clip() + " " + fault, ADVICE);
        }
        farthest = Math.max(farthest, distance(clip, heard));
        LabelScore best = heard.labels().get(0);
        said.add(
            String.format(Locale.ROOT, "%s is %s (%.3f)", clip.clip(), best.label(), best.score()));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    return PartFinding.ok(
            "selftest",
            String.format(
                Locale.ROOT,
                "%s as expected, embeddings within %.1e, in %.1f s",
                String.join(", ", said),
                farthest,
                seconds))
        .with("embeddingDistance", farthest)
        .with("seconds", String.format(Locale.ROOT, "%.2f", seconds));
  }

  private TrackPrediction classify(Expected clip, Path file) throws IOException {
    try (InputStream in = clips.open(clip.clip())) {
      if (in == null) {
        throw new IOException("the clip " + clip.clip() + " is missing in the jar of auricle-app");
      }
      Files.copy(in, file);
    }
    try (Classifier model = Classifiers.load(clip.model())) {
      return model.predict(file);
    } catch (DecodeException e) {
      throw new IOException(
          "%s cannot be heard: %s [%s]".formatted(clip.clip(), e.reason(), e.code()), e);
    }
  }

  /** What is wrong; empty if nothing is. */
  private static String fault(Expected clip, TrackPrediction heard) {
    LabelScore best = heard.labels().get(0);
    if (!best.label().equals(clip.label()) || Math.abs(best.score() - clip.score()) > SCORE) {
      return String.format(
          Locale.ROOT,
          "is %s (%.3f) and should be %s (%.3f within %s)",
          best.label(),
          best.score(),
          clip.label(),
          clip.score(),
          SCORE);
    }
    if (heard.embedding().isEmpty()) {
      return "has no embedding and should have one";
    }
    TrackEmbedding point = heard.embedding().get();
    if (!point.version().equals(clip.version())
        || point.values().size() != clip.embedding().size()) {
      return "has an embedding of version=%s with %d values and should have version=%s with %d"
          .formatted(
              point.version(), point.values().size(), clip.version(), clip.embedding().size());
    }
    double distance = distance(clip, heard);
    if (!(distance <= DISTANCE)) {
      return String.format(
          Locale.ROOT, "has an embedding that is off by %.2e, allowed is %s", distance, DISTANCE);
    }
    return "";
  }

  /** How far the embedding is from the expected one, in parts of the length of that. */
  private static double distance(Expected clip, TrackPrediction heard) {
    List<Double> values = heard.embedding().orElseThrow().values();
    double squares = 0;
    double length = 0;
    for (int i = 0; i < values.size(); i++) {
      double difference = values.get(i) - clip.embedding().get(i);
      squares += difference * difference;
      length += clip.embedding().get(i) * clip.embedding().get(i);
    }
    return Math.sqrt(squares / length);
  }
}
