package io.auricle.foreign;

import com.fasterxml.jackson.databind.JsonNode;
import io.auricle.bundle.ClipFit;
import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.frontend.LogMelOptions;
import io.auricle.feature.set.SamplesOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * From sound to the {@code input_values} of a model, as the feature extractor does it that {@code
 * preprocessor_config.json} names. What that leaves out is as in Transformers.
 */
final class HuggingFaceInput {
  private static final String FILE = "preprocessor_config.json";
  private static final String TYPE = "model_type";
  private static final String EXTRACTOR = "feature_extractor_type";
  private static final String RATE = "sampling_rate";
  private static final String BANDS = "num_mel_bins";
  private static final String FRAMES = "max_length";

  private static final String AST = "audio-spectrogram-transformer";
  private static final String AST_EXTRACTOR = "ASTFeatureExtractor";
  private static final String WAVE_EXTRACTOR = "Wav2Vec2FeatureExtractor";

  /** Models that hear the wave itself, of any length. */
  private static final Set<String> WAVES =
      new TreeSet<>(
          Set.of(
              "wav2vec2",
              "wav2vec2-conformer",
              "hubert",
              "wavlm",
              "data2vec-audio",
              "unispeech",
              "unispeech-sat",
              "sew",
              "sew-d"));

  private static final double CLIP_SECONDS = 10;

  private static final int LEAST_RATE_HZ = 8000;
  private static final int MOST_RATE_HZ = 48_000;

  /** A minute, which is more than any published model hears at once. */
  private static final int MOST_FRAMES = 6000;

  private HuggingFaceInput() {}

  /**
   * Understands both files.
   *
   * @param config {@code config.json}
   * @param seconds that a model of any length hears at once
   * @throws IOException if the second file is missing, or either speaks of what is not run here
   */
  static InputOptions of(JsonFields config, Optional<Double> seconds) throws IOException {
    String type = config.text(TYPE).orElse("");
    if (!type.equals(AST) && !WAVES.contains(type)) {
      throw config.fault(TYPE, "%s or one of %s".formatted(AST, WAVES));
    }
    requireClassifier(config, type);
    Path file = config.file().resolveSibling(FILE);
    if (!Files.isRegularFile(file)) {
      throw new ForeignException(
          file, "is missing; it lies beside config.json where the model is published");
    }
    JsonFields extractor = JsonFields.read(file);
    String needed = type.equals(AST) ? AST_EXTRACTOR : WAVE_EXTRACTOR;
    if (!extractor.text(EXTRACTOR).orElse("").equals(needed)) {
      throw extractor.fault(EXTRACTOR, "%s for model_type=%s".formatted(needed, type));
    }
    extractor.whole("feature_size", 1, 1, 1);
    return type.equals(AST)
        ? patches(config, extractor, seconds)
        : wave(config, extractor, seconds);
  }

  private static void requireClassifier(JsonFields config, String type) throws ForeignException {
    String ending = type.equals(AST) ? "ForAudioClassification" : "ForSequenceClassification";
    for (String architecture : config.texts("architectures")) {
      if (!architecture.matches("\\w{1,100}" + ending)) {
        throw config.fault("architectures", "one that names labels, ...%s".formatted(ending));
      }
    }
  }

  /** Frames of Kaldi's log-mel bands; what is too short is filled up before it is normalised. */
  private static InputOptions patches(
      JsonFields config, JsonFields extractor, Optional<Double> seconds) throws ForeignException {
    if (seconds.isPresent()) {
      throw new ForeignException(
          extractor.file(),
          "seconds=%s must be left out: max_length says how long the model hears"
              .formatted(seconds.get()));
    }
    int rate = rate(extractor);
    int bands = extractor.whole(BANDS, 128, 4, 256);
    int frames = extractor.whole(FRAMES, 1024, 16, MOST_FRAMES);
    requireSame(config, BANDS, bands);
    requireSame(config, FRAMES, frames);
    boolean normalised = extractor.flag("do_normalize", true);
    double mean = extractor.number("mean", -4.2677393, -100, 100);
    double deviation = extractor.number("std", 4.5689974, 1e-3, 100);
    LogMelOptions features =
        normalised
            ? LogMelOptions.kaldi(rate, bands, mean, deviation)
            : LogMelOptions.kaldi(rate, bands, 0, 0.5);
    int hop = features.frames().hopLength();
    int samples = features.frames().windowLength() + (frames - 1) * hop;
    return new InputOptions(
            features, (double) samples / rate, frames, frames, InputLayout.FRAMES_BANDS)
        .with(ClipFit.filled(features.logarithm().shift()));
  }

  /** The wave; each clip goes in whole and is normalised by itself. */
  private static InputOptions wave(
      JsonFields config, JsonFields extractor, Optional<Double> seconds) throws ForeignException {
    int rate = rate(extractor);
    requireStrides(config, rate);
    double clip = seconds.orElse(CLIP_SECONDS);
    if (!(clip >= 1 && clip <= ForeignModels.MOST_SECONDS)) {
      throw new ForeignException(
          extractor.file(),
          "seconds=%s must be in [1, %d]".formatted(clip, ForeignModels.MOST_SECONDS));
    }
    int samples = (int) Math.round(clip * rate);
    return new InputOptions(
            new SamplesOptions(rate, extractor.flag("do_normalize", true)),
            clip,
            samples,
            samples,
            InputLayout.VECTOR)
        .with(ClipFit.WHOLE);
  }

  private static int rate(JsonFields extractor) throws ForeignException {
    return extractor.whole(RATE, 16_000, LEAST_RATE_HZ, MOST_RATE_HZ);
  }

  /** Both files say it, and a model takes what its own says. */
  private static void requireSame(JsonFields config, String key, int value)
      throws ForeignException {
    if (config.whole(key, value, 1, Integer.MAX_VALUE) != value) {
      throw config.fault(key, "%d, as %s has it".formatted(value, FILE));
    }
  }

  /** The convolutions of the wave, if they are told: half a second must be enough for one frame. */
  private static void requireStrides(JsonFields config, int rate) throws ForeignException {
    JsonNode kernels = config.json().path("conv_kernel");
    JsonNode strides = config.json().path("conv_stride");
    if (kernels.isMissingNode() && strides.isMissingNode()) {
      return;
    }
    if (!kernels.isArray() || !strides.isArray() || kernels.size() != strides.size()) {
      throw config.fault("conv_stride", "a list of as many numbers as conv_kernel has");
    }
    long heard = 1;
    long step = 1;
    for (int i = 0; i < kernels.size(); i++) {
      int kernel = kernels.path(i).asInt();
      int stride = strides.path(i).asInt();
      if (kernel < 1 || kernel > rate || stride < 1 || stride > rate) {
        throw config.fault(
            kernel < 1 || kernel > rate ? "conv_kernel" : "conv_stride",
            "whole numbers in [1, %d], samples a second".formatted(rate));
      }
      heard += (kernel - 1) * step;
      step *= stride;
      if (heard > rate / 2 || step > rate / 2) {
        throw config.fault(
            "conv_stride", "such that half a second, %d samples, is enough".formatted(rate / 2));
      }
    }
  }
}
