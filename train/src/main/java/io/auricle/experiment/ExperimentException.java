package io.auricle.experiment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import io.auricle.bundle.JsonFault;
import io.auricle.text.FileFault;
import io.auricle.text.TextFileException;
import io.auricle.yaml.Nearest;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An experiment that cannot be run as it is. The message names the file or the source at fault. */
public final class ExperimentException extends Exception {
  private static final long serialVersionUID = 1L;

  public ExperimentException(String message) {
    super(message);
  }

  /** As above, with the cause. */
  public ExperimentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** For a file whose YAML is wrong; a key or word that does not exist comes with the nearest. */
  public static ExperimentException of(Path file, JsonProcessingException e) {
    return new ExperimentException(file + ": " + reason(e), e);
  }

  /** For a file that cannot be read at all. */
  public static ExperimentException unreadable(Path file, IOException e) {
    return new ExperimentException(
        e instanceof TextFileException
            ? String.valueOf(e.getMessage())
            : e instanceof NoSuchFileException
                ? file + ": no such file"
                : file + ": cannot be read: " + FileFault.of(e),
        e);
  }

  private static String reason(JsonProcessingException e) {
    if (e instanceof UnrecognizedPropertyException unknown) {
      List<String> known =
          unknown.getKnownPropertyIds() == null
              ? List.of()
              : unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
      String where = where(unknown);
      String key = unknown.getPropertyName();
      return RecordKeys.unknown(where.substring(0, where.length() - key.length()), key, known);
    }
    if (e instanceof InvalidFormatException wrong && wrong.getTargetType().isEnum()) {
      List<String> words =
          Arrays.stream(wrong.getTargetType().getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .toList();
      String word = String.valueOf(wrong.getValue());
      return mustBeOneOf(where(wrong), word, words);
    }
    if (e instanceof InvalidTypeIdException wrong
        && ((JsonParser) wrong.getProcessor()).getCodec() instanceof ObjectMapper mapper) {
      Kinds kinds = Kinds.of(mapper, wrong.getBaseType());
      String key = where(wrong) + "." + kinds.property();
      return wrong.getTypeId() == null
          ? "%s is missing; it must be one of %s".formatted(key, kinds.names())
          : mustBeOneOf(key, wrong.getTypeId(), kinds.names());
    }
    return JsonFault.withKey(e);
  }

  private static String mustBeOneOf(String where, String word, List<String> words) {
    return "%s=%s must be one of %s; did you mean %s?"
        .formatted(where, word, words, Nearest.of(word, words));
  }

  /**
   * The records that may stand for a type.
   *
   * @param property the key that tells them apart
   * @param names its values, sorted
   */
  private record Kinds(String property, List<String> names) {
    static Kinds of(ObjectMapper mapper, JavaType base) {
      DeserializationConfig config = mapper.getDeserializationConfig();
      AnnotatedClass type = config.introspectClassAnnotations(base).getClassInfo();
      JsonTypeInfo.Value info =
          config.getAnnotationIntrospector().findPolymorphicTypeInfo(config, type);
      return new Kinds(
          info.getPropertyName(),
          mapper.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, type).stream()
              .filter(NamedType::hasName)
              .map(NamedType::getName)
              .sorted()
              .toList());
    }
  }

  /** The dotted key at fault. */
  private static String where(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
