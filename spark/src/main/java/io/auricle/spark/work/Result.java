package io.auricle.spark.work;

import io.auricle.audio.DecodeException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a row by their columns; what is not there is null. */
final class Result {
  private final Map<String, Object> values = new HashMap<>();

  /** Sets a value. */
  Result with(String column, Object value) {
    values.put(column, value);
    return this;
  }

  Result withWarnings(List<String> warnings) {
    return with("warnings", warnings.toArray(new String[0]));
  }

  Result withError(DecodeException error) {
    return with("error_code", error.code().name()).with("error_message", error.reason());
  }

  Map<String, Object> values() {
    return values;
  }
}
