package io.auricle.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.auricle.bundle.CardJson;
import io.auricle.featureset.FeatureSetException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FeatureDefaultsTest {
  private static final ObjectMapper YAML =
      CardJson.configure(YAMLMapper.builder())
          .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID)
          .build();

  @Test
  void optionsThatAreLeftOutAreTheCatalogues() throws Exception {
    JsonNode mel = completed("{set: mel, bands: 96}");
    assertEquals(96, mel.get("bands").intValue());
    assertEquals(2048, mel.get("frameLength").intValue());
    assertEquals(512, mel.get("referenceHopLength").intValue());
  }

  @Test
  void referenceFollowsTheHopUnlessItIsGiven() throws Exception {
    assertEquals(1024, completed("{set: mel, hopLength: 1024}").get("referenceHopLength").asInt());
    JsonNode picked = completed("{set: mel, hopLength: 3812, referenceHopLength: 512}");
    assertEquals(512, picked.get("referenceHopLength").asInt());
  }

  @Test
  void innerOptionsAreCompletedToo() throws Exception {
    JsonNode image = completed("{set: mel-image, mel: {bands: 64}}");
    assertEquals(64, image.at("/mel/bands").asInt());
    assertEquals(2048, image.at("/mel/frameLength").asInt());
    assertEquals(218, image.get("rows").asInt());
  }

  @Test
  void nameOrFileStandsForTheWholeSet(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("long-hop.yaml"), "set: mel\nhopLength: 1024\n");
    assertEquals(1024, completed("\"" + file + "\"").get("hopLength").asInt());
    assertEquals(22_050, completed("gtzan57").get("sampleRateHz").asInt());
    assertThrows(FeatureSetException.class, () -> completed("gtzan75"));
  }

  private static JsonNode completed(String yaml) throws IOException {
    return FeatureDefaults.completed(YAML.readTree(yaml), YAML);
  }
}
