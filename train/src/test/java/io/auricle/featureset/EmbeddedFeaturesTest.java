package io.auricle.featureset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.auricle.feature.FeatureOptions;
import io.auricle.feature.set.MelImageOptions;
import io.auricle.feature.set.MelOptions;
import io.auricle.yaml.YamlBinder;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Features within an experiment. */
final class EmbeddedFeaturesTest {
  private record Input(FeatureOptions features) {}

  @Test
  void optionsThatAreLeftOutAreTheCatalogues() {
    MelOptions mel = (MelOptions) read("{set: mel, bands: 96}");
    assertEquals(96, mel.bands());
    assertEquals(2048, mel.frameLength());
    assertEquals(512, mel.referenceHopLength());
  }

  @Test
  void referenceFollowsTheHopUnlessItIsGiven() {
    assertEquals(1024, ((MelOptions) read("{set: mel, hopLength: 1024}")).referenceHopLength());
    FeatureOptions picked = read("{set: mel, hopLength: 3812, referenceHopLength: 512}");
    assertEquals(512, ((MelOptions) picked).referenceHopLength());
  }

  @Test
  void innerOptionsAreCompletedToo() {
    MelImageOptions image = (MelImageOptions) read("{set: mel-image, mel: {bands: 64}}");
    assertEquals(64, image.mel().bands());
    assertEquals(2048, image.mel().frameLength());
    assertEquals(218, image.rows());
  }

  @Test
  void nameOrFileStandsForTheWholeSet(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("long-hop.yaml"), "set: mel\nhopLength: 1024\n");
    assertEquals(1024, ((MelOptions) read("\"" + file + "\"")).hopLength());
    assertEquals(22_050, read("gtzan57").sampleRateHz());
    assertThrows(YamlException.class, () -> read("gtzan75"));
  }

  private static FeatureOptions read(String yaml) {
    YamlNode root = YamlNode.parse("features: " + yaml);
    return FeatureSetFile.reads(new YamlBinder()).read(root, Input.class).features();
  }
}
