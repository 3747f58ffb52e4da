package io.auricle.experiment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.auricle.bundle.CardJson;
import io.auricle.yaml.Nearest;
import java.nio.file.Path;
import java.util.List;
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

  /** For a file whose YAML is wrong; a key that does not exist comes with the nearest that does. */
  public static ExperimentException of(Path file, JsonProcessingException e) {
    return new ExperimentException(file + ": " + reason(e), e);
  }

  private static String reason(JsonProcessingException e) {
    if (!(e instanceof UnrecognizedPropertyException unknown)) {
      return CardJson.reason(e);
    }
    StringBuilder where = new StringBuilder();
    for (JsonMappingException.Reference step : unknown.getPath()) {
      String name = step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName();
      where.append(where.isEmpty() ? "" : ".").append(name);
    }
    List<String> known =
        unknown.getKnownPropertyIds() == null
            ? List.of()
            : unknown.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
    return "there is no key %s; did you mean %s? There are %s"
        .formatted(where, Nearest.of(unknown.getPropertyName(), known), known);
  }
}
