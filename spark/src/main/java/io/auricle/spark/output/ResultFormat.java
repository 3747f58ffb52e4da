package io.auricle.spark.output;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The formats that results are written in. */
public enum ResultFormat {
  /** Parquet. */
  PARQUET,
  /** CSV with a header; what is nested stands as JSON. */
  CSV,
  /** JSON lines. */
  JSON;

  /**
   * The format of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static ResultFormat named(String name) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "--format=%s must be one of %s"
                        .formatted(
                            name,
                            Arrays.stream(values())
                                .map(ResultFormat::word)
                                .collect(Collectors.joining(", ")))));
  }

  /** Its name, which is Spark's. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How Spark is to read and write it. */
  Map<String, String> options() {
    return this == CSV ? Map.of("header", "true", "escape", "\"", "multiLine", "true") : Map.of();
  }

  /** The rows as this format can hold them. */
  Dataset<Row> form(Dataset<Row> results) {
    if (this != CSV) {
      return results;
    }
    StructType schema = results.schema();
    Column[] columns =
        Arrays.stream(schema.fields())
            .map(field -> isNested(field) ? json(results, field) : results.col(quoted(field)))
            .toArray(Column[]::new);
    return results.select(columns);
  }

  private static Column json(Dataset<Row> results, StructField field) {
    return functions.to_json(results.col(quoted(field))).as(field.name());
  }

  private static String quoted(StructField field) {
    return "`" + field.name().replace("`", "``") + "`";
  }

  private static boolean isNested(StructField field) {
    return field.dataType() instanceof ArrayType || field.dataType() instanceof StructType;
  }
}
