package io.auricle.foreign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.ClipFit;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ScoreOptions.Output;
import io.auricle.feature.frontend.LogMelOptions;
import io.auricle.feature.set.SamplesOptions;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models of the Hugging Face kind from their files, with {@link MadeNetworks} in the place of
 * weights; their scores against what Python makes of the same sound (tools/golden/huggingface.py).
 */
final class HuggingFaceModelsTest {
  private final Path folder;
  private final Path models;

  HuggingFaceModelsTest(@TempDir Path folder) {
    this.folder = folder;
    this.models = folder.resolve("models");
  }

  @Test
  void patchesOfASpectrogramAreThoseOfAstFeatureExtractor() throws Exception {
    Path model =
        MadeNetworks.export(
            folder.resolve("ast"),
            MadeNetworks.ast(),
            MadeNetworks.AST_CONFIG,
            MadeNetworks.AST_EXTRACTOR);
    Files.writeString(
        folder.resolve("ast/README.md"), "---\nlicense: bsd-3-clause\ntags: []\n---\n# Tiny\n");
    Bundle bundle = added(model);
    InputOptions input = bundle.single().input();
    assertEquals(LogMelOptions.AST, input.features());
    assertEquals(1024, input.segmentFrames());
    assertEquals((400 + 1023 * 160) / 16_000.0, input.clipSeconds());
    assertEquals(ClipFit.filled(4.2677393 / (2 * 4.5689974)), input.clipFit());
    assertEquals(List.of("rock", "jazz", "ska"), bundle.card().labels());
    assertEquals(Output.PROBABILITIES, bundle.card().scores().output());
    assertEquals("bsd-3-clause", bundle.card().about().licence());
    assertEquals("https://huggingface.co/somebody/tiny-ast", bundle.card().about().origin());
    assertEquals("pooler_output", bundle.single().network().orElseThrow().embedding());
    assertScores(bundle, "ast");
  }

  @Test
  void wavesAreThoseOfWav2Vec2FeatureExtractor() throws Exception {
    Path model =
        MadeNetworks.export(
            folder.resolve("wave"),
            MadeNetworks.wave(),
            MadeNetworks.WAVE_CONFIG,
            MadeNetworks.WAVE_EXTRACTOR);
    Bundle bundle = added(model);
    InputOptions input = bundle.single().input();
    assertEquals(new SamplesOptions(16_000, true), input.features());
    assertEquals(ClipFit.WHOLE, input.clipFit());
    assertEquals(10, input.clipSeconds());
    assertEquals(Output.TAGS, bundle.card().scores().output());
    assertEquals("unknown, see the page of the model", bundle.card().about().licence());
    assertScores(bundle, "wave");
  }

  @Test
  void aMaskChangesNothingAndSecondsAreChosen() throws Exception {
    Path model =
        MadeNetworks.export(
            folder.resolve("masked"),
            MadeNetworks.wave(-1, true),
            MadeNetworks.WAVE_CONFIG,
            MadeNetworks.WAVE_EXTRACTOR);
    assertScores(added(model), "wave");
    Source source = Source.beside(model);
    Path three =
        ForeignModels.add(
            new Source(source.model(), source.card(), Optional.of(3.0)),
            Optional.empty(),
            "three",
            models);
    try (Classifier heard = Classifiers.load(Bundle.read(three))) {
      assertEquals(5, heard.predict(start(14)).segments().size());
    }
  }

  @Test
  void withoutAProblemTypeItIsSaidThatOneLabelIsTaken() throws Exception {
    Path model =
        MadeNetworks.export(
            folder.resolve("untold"),
            MadeNetworks.ast(),
            MadeNetworks.AST_CONFIG.replace("\"single_label_classification\"", "null"),
            MadeNetworks.AST_EXTRACTOR);
    Bundle bundle = added(model);
    assertEquals(Output.PROBABILITIES, bundle.card().scores().output());
    assertTrue(bundle.card().about().limits().contains("no problem_type"));
  }

  @Test
  void configsThatAreNotUnderstoodAreRefusedByFileAndField() throws Exception {
    assertConfig("{", "config.json: is no JSON");
    assertConfig("[\"model_type\"]", "config.json: is no JSON object");
    assertConfig(ast("\"model_type\"", "\"model_type\": \"x\", \"model_type\""), "Duplicate");
    assertConfig(
        ast("audio-spectrogram-transformer", "whisper"),
        "config.json: model_type=\"whisper\" must be audio-spectrogram-transformer or one of"
            + " [data2vec-audio, hubert, sew");
    assertConfig(ast("\"audio-spectrogram-transformer\"", "7"), "model_type=7 must be a text");
    assertConfig(ast("\"model_type\"", "\"kind\""), "model_type is missing; it must be");
    assertConfig(
        ast("ASTForAudioClassification", "ASTModel"), "architectures=[\"ASTModel\"] must be one");
    assertConfig(
        ast("single_label_classification", "regression"),
        "problem_type=\"regression\" must be single_label_classification, multi_label");
    assertConfig(ast("\"id2label\"", "\"labels\""), "id2label is missing; it must be an object");
    assertConfig(
        ast("\"0\": \"rock\"", "\"3\": \"rock\""), "id2label.3 must be one of the numbers 0");
    assertConfig(ast("\"0\": \"rock\"", "\"00\": \"rock\""), "id2label.00 must be one of");
    assertConfig(ast("\"0\": \"rock\"", "\"0\": 5"), "id2label.0=5 must be a text");
    assertConfig(
        ast("\"rock\", \"1\"", "\"ro\\u001b[2Jck\", \"1\""), "id2label.0=", "a text of one line");
    assertConfig(ast("\"2\": \"ska\"", "\"2\": \"jazz\""), "id2label.2=jazz must be another label");
    assertConfig(ast("\"rock\": 0", "\"rock\": 2"), "label2id.rock=2 must be the number");
    assertConfig(ast("\"rock\": 0", "\"pop\": 0"), "label2id.pop=0 must be the number");
    assertConfig(ast("1024", "512"), "max_length=512 must be 1024, as preprocessor_config.json");
    assertConfig(ast("128", "64"), "num_mel_bins=64 must be 128, as preprocessor_config.json");
    assertConfig(ast("\"2\": \"ska\"", "\"2\": \"ska\", \"3\": \"pop\""), "3 scores", "4 labels");
  }

  @Test
  void extractorsThatAreNotUnderstoodAreRefusedByFileAndField() throws Exception {
    assertExtractor("{}", "feature_extractor_type is missing; it must be ASTFeatureExtractor for");
    assertExtractor(
        extractor("AST", "Whisper"),
        "feature_extractor_type=\"WhisperFeatureExtractor\" must be ASTFeatureExtractor");
    assertExtractor(
        extractor("size\": 1", "size\": 2"), "feature_size=2 must be a whole number in [1, 1]");
    assertExtractor(
        extractor("16000", "1e9"), "sampling_rate=1.0E9 must be a whole number in [8000, 48000]");
    assertExtractor(
        extractor("16000", "99999999999999999999"), "sampling_rate=99999999999999999999 must");
    assertExtractor(extractor("16000", "\"16000\""), "sampling_rate=\"16000\" must be a whole");
    assertExtractor(
        extractor("128", "100000"), "num_mel_bins=100000 must be a whole number in [4, 256]");
    assertExtractor(
        extractor("1024", "2000000000"),
        "max_length=2000000000 must be a whole number in [16, 6000]");
    assertExtractor(extractor("4.5689974", "0"), "std=0 must be a number in [0.001, 100.0]");
    assertExtractor(extractor("-4.2677393", "1e400"), "mean=");
    assertExtractor(extractor("true", "\"yes\""), "do_normalize=\"yes\" must be true or false");
    Path model =
        MadeNetworks.export(
            folder.resolve("none"), MadeNetworks.ast(), MadeNetworks.AST_CONFIG, "{}");
    Files.delete(folder.resolve("none/preprocessor_config.json"));
    assertRefused(model, "preprocessor_config.json: is missing; it lies beside config.json");
  }

  @Test
  void graphsThatDoNotFitAreRefused() throws Exception {
    String config = MadeNetworks.AST_CONFIG.replace("1024", "512");
    String extractor = MadeNetworks.AST_EXTRACTOR.replace("1024", "512");
    assertRefused(
        MadeNetworks.export(folder.resolve("short"), MadeNetworks.ast(), config, extractor),
        "takes an input of [-1, 1024, 128] (-1: any), and its card gives it [1, 512, 128]");
    assertRefused(
        MadeNetworks.export(
            folder.resolve("fixed"),
            MadeNetworks.wave(160_000, false),
            MadeNetworks.WAVE_CONFIG,
            MadeNetworks.WAVE_EXTRACTOR),
        "takes an input of [-1, 160000], and must take any number of samples");
    assertRefused(
        MadeNetworks.export(
            folder.resolve("strides"),
            MadeNetworks.wave(),
            MadeNetworks.WAVE_CONFIG.replace("[5, 2, 2, 2, 2, 2, 2]", "[5, 2]"),
            MadeNetworks.WAVE_EXTRACTOR),
        "conv_stride=[5,2] must be a list of as many numbers as conv_kernel has");
    assertRefused(
        MadeNetworks.export(
            folder.resolve("wide"),
            MadeNetworks.wave(),
            MadeNetworks.WAVE_CONFIG.replace("[5, 2, 2, 2, 2, 2, 2]", "[5, 2, 2, 2, 2, 2, 90000]"),
            MadeNetworks.WAVE_EXTRACTOR),
        "must be whole numbers in [1, 16000]");
    Source ast = Source.beside(folder.resolve("short/model.onnx"));
    ForeignException seconds =
        assertThrows(
            ForeignException.class,
            () ->
                ForeignModels.add(
                    new Source(ast.model(), ast.card(), Optional.of(5.0)),
                    Optional.empty(),
                    "bad",
                    models));
    assertTrue(String.valueOf(seconds.getMessage()).contains("max_length says how long"));
  }

  private static String ast(String old, String other) {
    return MadeNetworks.AST_CONFIG.replace(old, other);
  }

  private static String extractor(String old, String other) {
    return MadeNetworks.AST_EXTRACTOR.replace(old, other);
  }

  private void assertConfig(String config, String... said) throws IOException {
    assertRefused(
        MadeNetworks.export(
            folder.resolve("bad"), MadeNetworks.ast(), config, MadeNetworks.AST_EXTRACTOR),
        said);
  }

  private void assertExtractor(String extractor, String said) throws IOException {
    Path model =
        MadeNetworks.export(
            folder.resolve("bad"), MadeNetworks.ast(), MadeNetworks.AST_CONFIG, extractor);
    assertRefused(model, "preprocessor_config.json: " + said);
  }

  private void assertRefused(Path model, String... said) {
    Exception fault = assertThrows(Exception.class, () -> added(model));
    for (String part : said) {
      assertTrue(String.valueOf(fault.getMessage()).contains(part), fault.getMessage());
    }
    assertFalse(Files.exists(models.resolve("it")));
  }

  private Bundle added(Path model) throws Exception {
    return Bundle.read(ForeignModels.add(Source.beside(model), Optional.empty(), "it", models));
  }

  /** Of the whole sample and of its start, which is shorter than what the model hears at once. */
  private void assertScores(Bundle bundle, String kind) throws Exception {
    JsonNode recorded = recorded();
    double tolerance = recorded.path("tolerance").asDouble();
    JsonNode lengths = recorded.path("scores").path(kind);
    assertEquals(2, lengths.size());
    try (Classifier model = Classifiers.load(bundle)) {
      for (var length : lengths.properties()) {
        TrackPrediction heard = model.predict(start(Integer.parseInt(length.getKey())));
        List<String> labels = bundle.card().labels();
        for (int i = 0; i < labels.size(); i++) {
          assertEquals(
              length.getValue().path(i).asDouble(),
              heard.score(labels.get(i)),
              tolerance,
              "%s s, %s".formatted(length.getKey(), labels.get(i)));
        }
      }
    }
  }

  private static JsonNode recorded() throws IOException {
    try (InputStream in =
        HuggingFaceModelsTest.class.getResourceAsStream("/golden/huggingface.json")) {
      return new ObjectMapper().readTree(in);
    }
  }

  /** The first seconds of the sample, as a file. */
  private Path start(int seconds) throws Exception {
    Path cut = folder.resolve("start.wav");
    try (AudioInputStream in =
            AudioSystem.getAudioInputStream(Path.of("../samples/jazz.wav").toFile());
        AudioInputStream start =
            new AudioInputStream(
                in, in.getFormat(), (long) (seconds * in.getFormat().getSampleRate()))) {
      AudioSystem.write(start, AudioFileFormat.Type.WAVE, cut.toFile());
    }
    return cut;
  }
}
