package io.auricle.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.auricle.bundle.CardJson;
import io.auricle.yaml.Nearest;
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
      return "%s=%s must be one of %s; did you mean %s?"
          .formatted(where(wrong), word, words, Nearest.of(word, words));
    }
    return CardJson.reason(e);
  }

  /** The dotted key at fault. */
  private static String where(JsonMappingException e) {
    return e.getPath().stream()
        .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
        .collect(Collectors.joining("."));
  }
}
