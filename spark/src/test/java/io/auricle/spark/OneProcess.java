package io.auricle.spark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.audio.DecodeException;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.audio.decode.KeptSound;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.set.FeatureSets;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.LabelScore;
import io.auricle.predict.TrackPrediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a program without Spark says, which a cluster has to say to the last bit. */
final class OneProcess implements AutoCloseable {
  private final Classifier model;
  private final Map<Path, Said> known = new HashMap<>();

  /** What was said of a file, or why nothing was. */
  private record Said(@Nullable TrackPrediction prediction, @Nullable DecodeException error) {}

  OneProcess() throws IOException {
    model = Classifiers.load("genre");
  }

  /** Holds a row of {@code classify} to what this process says of the file. */
  void assertSame(Path file, JsonNode row) {
    assertNotNull(row, file.toString());
    Said either = known.computeIfAbsent(file, this::said);
    DecodeException error = either.error();
    if (error != null) {
      assertEquals(error.code().name(), row.path("error_code").asText(), file.toString());
      assertEquals(error.reason(), row.path("error_message").asText(), file.toString());
      return;
    }
    TrackPrediction said = Objects.requireNonNull(either.prediction());
    assertEquals("", row.path("error_code").asText(), file + " " + row);
    assertEquals(said.durationSeconds(), row.get("duration_seconds").asDouble(), file.toString());
    assertEquals(said.sure(), row.get("sure").asBoolean(), file.toString());
    assertEquals(said.labels().size(), row.get("labels").size());
    for (int i = 0; i < said.labels().size(); i++) {
      LabelScore label = said.labels().get(i);
      JsonNode there = row.get("labels").get(i);
      assertEquals(label.label(), there.get("label").asText(), file.toString());
      assertEquals(
          Double.doubleToLongBits(label.score()),
          Double.doubleToLongBits(there.get("score").asDouble()),
          () -> file + " " + label);
    }
    List<String> warnings = new ArrayList<>();
    row.get("warnings").forEach(warning -> warnings.add(warning.asText()));
    assertEquals(said.warnings(), warnings);
  }

  private Said said(Path file) {
    try {
      return new Said(model.predict(file), null);
    } catch (DecodeException e) {
      return new Said(null, e);
    }
  }

  /** The features of a file, frame by frame. */
  static float[] features(String set, Path file) throws DecodeException {
    FeatureExtractor extractor = FeatureSets.named(set).extractor();
    AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(extractor.options().sampleRateHz()));
    List<FeatureMatrix> blocks = new ArrayList<>();
    extractor.extract(new KeptSound(decoder, file, 1 << 28), blocks::add);
    int length = blocks.stream().mapToInt(block -> block.toArray().length).sum();
    float[] all = new float[length];
    int filled = 0;
    for (FeatureMatrix block : blocks) {
      float[] values = block.toArray();
      System.arraycopy(values, 0, all, filled, values.length);
      filled += values.length;
    }
    return all;
  }

  static List<String> columns(String set) {
    return FeatureSets.named(set).extractor().columns();
  }

  @Override
  public void close() {
    model.close();
  }
}
