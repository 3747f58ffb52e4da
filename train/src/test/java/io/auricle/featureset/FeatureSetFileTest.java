package io.auricle.featureset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.Signal;
import io.auricle.dsp.MelScale;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.custom.CustomOptions;
import io.auricle.feature.custom.FeaturePart;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.frame.Mfcc;
import io.auricle.feature.set.FeatureSets;
import io.auricle.feature.set.MelOptions;
import io.auricle.feature.statistics.Statistic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FeatureSetFileTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  private final Path folder;

  FeatureSetFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  private FeatureOptions read(String text) throws IOException {
    return FeatureSetFile.read(Files.writeString(folder.resolve("set.yaml"), text));
  }

  @Test
  void exampleGivesOneFiniteRowWithItsColumns() {
    FeatureExtractor extractor =
        FeatureSetFile.named(EXAMPLES.resolve("features.yaml").toString()).extractor();
    List<String> columns = extractor.columns();
    // 39 cepstral, 40 mel, 1 + 1 + 1 + 7 + 1 + 3 spectral, 1 + 12 columns of two statistics.
    assertEquals(2 * (39 + 40 + 14 + 13) + 3 + 1, columns.size());
    assertTrue(
        columns.containsAll(
            List.of("mfcc13_delta2_std", "mel40_mean", "rms_max", "tempo_median", "C#_std")));
    FeatureMatrix row = extractor.extract(Signal.of(new float[30_000], 22_050));
    assertEquals(1, row.frameCount());
    for (int column = 0; column < columns.size(); column++) {
      assertTrue(Float.isFinite(row.at(0, column)), columns.get(column));
    }
  }

  @Test
  void setOfTheCatalogueTakesOtherOptions() {
    assertEquals(
        new MelOptions(22_050, 2048, 1024, 128, -80),
        FeatureSetFile.read(EXAMPLES.resolve("mel-640.yaml")));
  }

  @Test
  void optionsOfInnerRecordsAreWrittenFlat() throws IOException {
    CustomOptions set =
        (CustomOptions)
            read("features: [{mfcc: {scale: htk, bands: 64, deltaFrames: 5}}]\nhopLength: 256\n");
    FeaturePart part = set.parts().get(0);
    Mfcc mfcc = (Mfcc) part.feature();
    assertEquals(256, set.frames().hopLength());
    assertEquals(5, part.deltaFrames());
    assertEquals(MelScale.HTK, mfcc.levels().scale());
    assertEquals(64, mfcc.levels().bands());
    assertEquals(20, mfcc.coefficients());
  }

  @Test
  void statisticsOfTheSetAreThoseOfItsFeatures() throws IOException {
    CustomOptions set =
        (CustomOptions) read("features: [rms, chroma: {statistics: max}]\nstatistics: mean\n");
    assertEquals(List.of(Statistic.MEAN), set.parts().get(0).statistics());
    assertEquals(List.of(Statistic.MAX), set.parts().get(1).statistics());
  }

  @Test
  void everyFeatureAndEverySetCanBeNamed() throws IOException {
    for (String feature : FrameFeatures.names()) {
      CustomOptions set = (CustomOptions) read("features: [" + feature + "]\nstatistics: mean\n");
      assertEquals(FrameFeatures.named(feature), set.parts().get(0).feature());
    }
    for (String set : FeatureSets.names()) {
      assertEquals(FeatureSets.named(set), FeatureSetFile.named(set));
      assertEquals(FeatureSets.named(set), read("set: " + set + "\n"));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "set: gtzan58|1: set=gtzan58 must be one of [mel, melstats, ",
        "set: mel;hoplength: 3|2: there is no key hoplength; did you mean hopLength?",
        "set: mel;hopLength: 0|2: hopLength=0 must be at least 1",
        "features: [rms];hopLength: 0|2: hopLength=0 must be in [1, frameLength=2048]",
        "features: [rms];hopLength: x|2: hopLength=x must be a whole number",
        "features: [rms];centred: yes|2: centred=yes must be true or false",
        "features: [rms];frames: 3|2: frames=3 must be keys with values",
        "features:;  - rsm|2: there is no feature rsm; did you mean rms?",
        "features:;  - rms: {order: 2}|2: there is no key rms.order; did you mean deltas? There are [deltas",
        "features:;  - mel: {bands: 0}|2: mel.bands=0 must be at least 1",
        "features:;  - mel: {bands: 2000}|2: mel: bands=2000 must be in [1, frameLength/2=1024]",
        "features:;  - mel: {scale: html}|2: mel.scale=html must be one of [slaney, htk]",
        "features:;  - mfcc: {lifter: -1}|2: mfcc.lifter=-1.0 must be finite and at least 0",
        "features:;  - rms;  - rms|2: column rms must be there once",
        "features:;  - rms: {deltas: 3}|2: rms.deltas=3 must be 0, 1 or 2",
        "features:;  - rms: {statistics: avg}|2: rms.statistics=avg must be one of",
        "features:;  - rms: {statistics: max};  - chroma|2: statistics must be given for all",
        "features: [spectral-contrast];sampleRateHz: 8000|1: spectral-contrast: bands=6 must leave each band",
        "features: [tempo];centred: false|1: tempo: centred=false must be true",
        "features: []|1: parts=[] must name at least one feature",
        "name: x|1: one of set and features must be given",
        "features: [rms|1: not YAML",
      })
  void faultsNameFileLineAndTheNearestWord(String text, String message) {
    String full =
        String.valueOf(
            assertThrows(FeatureSetException.class, () -> read(text.replace(';', '\n')))
                .getMessage());
    String start = folder.resolve("set.yaml") + ":" + message;
    assertTrue(full.startsWith(start), () -> full + " must start with " + start);
  }

  @Test
  void missingFileAndUnknownNameAreNamed() {
    assertEquals(
        "none.yaml: no such file",
        assertThrows(FeatureSetException.class, () -> FeatureSetFile.named("none.yaml"))
            .getMessage());
    String unknown =
        String.valueOf(
            assertThrows(FeatureSetException.class, () -> FeatureSetFile.named("gtzan58"))
                .getMessage());
    assertTrue(unknown.endsWith("did you mean gtzan57?"), unknown);
  }
}
