package io.auricle.spark.output;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.Metadata;
import org.apache.spark.sql.types.StructType;

/** The columns of results; docs/spark.md explains them. */
public final class ResultColumns {
  /** What a model says of a label. */
  private static final StructType LABEL =
      new StructType()
          .add("label", DataTypes.StringType, false)
          .add("score", DataTypes.DoubleType, false)
          .add("given", DataTypes.BooleanType, false);

  private static final StructType EMBEDDING =
      new StructType()
          .add("model", DataTypes.StringType, false)
          .add("version", DataTypes.StringType, false)
          .add("values", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

  private ResultColumns() {}

  private static StructType file() {
    return new StructType()
        .add("path", DataTypes.StringType)
        .add("size", DataTypes.LongType)
        .add("modified", DataTypes.TimestampType)
        .add("duration_seconds", DataTypes.DoubleType);
  }

  private static StructType withFaults(StructType columns) {
    return columns
        .add("warnings", DataTypes.createArrayType(DataTypes.StringType, false))
        .add("error_code", DataTypes.StringType)
        .add("error_message", DataTypes.StringType);
  }

  /** Those of {@code classify}: a row a file and model. */
  public static StructType classified() {
    return withFaults(
        file()
            .add("model", DataTypes.StringType)
            .add("labels", DataTypes.createArrayType(LABEL, false))
            .add("sure", DataTypes.BooleanType)
            .add("valence", DataTypes.DoubleType)
            .add("arousal", DataTypes.DoubleType)
            .add("no_music", DataTypes.DoubleType)
            .add("embedding", EMBEDDING));
  }

  /** Those of {@code features} as arrays: a row a file. */
  public static StructType arrays() {
    return withFaults(
        set()
            .add("frames", DataTypes.IntegerType)
            .add("columns", DataTypes.IntegerType)
            .add("values", DataTypes.createArrayType(DataTypes.FloatType, false)));
  }

  /** Those of {@code features} of a set of statistics: a row a file, a column a feature. */
  public static StructType features(Iterable<String> names) {
    StructType columns = set();
    for (String name : names) {
      columns = columns.add(name, DataTypes.FloatType, true, Metadata.empty());
    }
    return withFaults(columns);
  }

  private static StructType set() {
    return file()
        .add("set", DataTypes.StringType)
        .add("sample_rate_hz", DataTypes.IntegerType)
        .add("length", DataTypes.LongType);
  }
}
