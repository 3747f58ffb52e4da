package io.auricle.bundle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.FrameFeature;
import io.auricle.feature.custom.CustomOptions;
import io.auricle.feature.custom.FrameFeatures;
import io.auricle.feature.frontend.LogMelOptions;
import io.auricle.feature.published.Chin97Options;
import io.auricle.feature.published.Groningen58Options;
import io.auricle.feature.published.Gtzan53Options;
import io.auricle.feature.published.Gtzan57Options;
import io.auricle.feature.set.MelImageOptions;
import io.auricle.feature.set.MelOptions;
import io.auricle.feature.set.MelStatisticsOptions;
import io.auricle.feature.set.MfccOptions;
import io.auricle.feature.set.SamplesOptions;
import io.auricle.feature.set.StftOptions;
import io.auricle.feature.set.TonalOptions;
import io.auricle.feature.set.WaveformOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Cards as JSON. The feature options are written as their components beside {@code "set"}; unknown
 * keys are refused, since a mistyped key would change what a model hears. Thread-safe.
 */
public final class CardJson {
  private static final ObjectMapper MAPPER = configure(JsonMapper.builder()).build();

  private CardJson() {}

  /** Tells Jackson of the feature sets from outside, because core knows no JSON library. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "set")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = MelOptions.class, name = "mel"),
    @JsonSubTypes.Type(value = MelStatisticsOptions.class, name = "melstats"),
    @JsonSubTypes.Type(value = MelImageOptions.class, name = "mel-image"),
    @JsonSubTypes.Type(value = StftOptions.class, name = "stft"),
    @JsonSubTypes.Type(value = MfccOptions.class, name = "mfcc"),
    @JsonSubTypes.Type(value = TonalOptions.class, name = "tonal"),
    @JsonSubTypes.Type(value = Gtzan57Options.class, name = "gtzan57"),
    @JsonSubTypes.Type(value = Gtzan53Options.class, name = "gtzan53"),
    @JsonSubTypes.Type(value = Groningen58Options.class, name = "groningen58"),
    @JsonSubTypes.Type(value = Chin97Options.class, name = "chin97"),
    @JsonSubTypes.Type(value = WaveformOptions.class, name = "waveform"),
    @JsonSubTypes.Type(value = SamplesOptions.class, name = "samples"),
    @JsonSubTypes.Type(value = LogMelOptions.class, name = "log-mel"),
    @JsonSubTypes.Type(value = CustomOptions.class, name = "custom"),
  })
  private interface FeatureOptionsMixin {}

  /** Cards say nothing of a level that is left as it is. */
  private interface LogMelMixin {
    @JsonInclude(JsonInclude.Include.NON_DEFAULT)
    @SuppressWarnings("unused") // read by Jackson
    Double meanSum();
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  private interface FrameFeatureMixin {}

  /** Sets a mapper of any Jackson format up to read and write the records of cards. */
  public static <B extends MapperBuilder<?, B>> B configure(B builder) {
    FrameFeatures.names()
        .forEach(
            name ->
                builder.registerSubtypes(
                    new NamedType(FrameFeatures.named(name).getClass(), name)));
    return builder
        .addMixIn(FeatureOptions.class, FeatureOptionsMixin.class)
        .addMixIn(LogMelOptions.class, LogMelMixin.class)
        .addMixIn(FrameFeature.class, FrameFeatureMixin.class)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
        .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(SerializationFeature.INDENT_OUTPUT)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
  }

  /**
   * Reads a card.
   *
   * @param source named in messages
   * @throws BundleException if it is no card, is incomplete or of a newer format
   */
  public static ModelCard read(byte[] json, String source) throws BundleException {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (!tree.path("formatVersion").isInt()) {
        throw new BundleException(source, "is not a model card: formatVersion is missing");
      }
      int version = tree.path("formatVersion").intValue();
      if (version > ModelCard.FORMAT_VERSION) {
        throw new BundleException(
            source,
            "formatVersion=%d is newer than %d, the newest this program reads; update Auricle"
                .formatted(version, ModelCard.FORMAT_VERSION));
      }
      // Read from the text again, which knows its lines.
      return MAPPER.readValue(json, CardForm.class).card();
    } catch (JsonProcessingException e) {
      throw new BundleException(source, "is not a valid model card: " + JsonFault.of(e), e);
    } catch (IllegalArgumentException e) {
      throw new BundleException(source, "is not a valid model card: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new BundleException(source, "cannot be read: " + e.getMessage(), e);
    }
  }

  /** The card as indented JSON that ends in a line break. */
  public static byte[] write(ModelCard card) {
    try {
      return (MAPPER.writeValueAsString(CardForm.of(card)) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a card that cannot be written as JSON: " + card, e);
    }
  }
}
