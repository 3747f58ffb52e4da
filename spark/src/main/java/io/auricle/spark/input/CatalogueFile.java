package io.auricle.spark.input;

import java.io.Serializable;
import java.sql.Timestamp;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * A file of a catalogue, as it was when it was found.
 *
 * @param path as Hadoop writes it: {@code s3a://bucket/a.mp3}, {@code file:/music/a.mp3}
 * @param size in bytes, or {@link #UNKNOWN}
 * @param modifiedMillis since 1970, or {@link #UNKNOWN}
 */
public record CatalogueFile(String path, long size, long modifiedMillis) implements Serializable {
  /** A size or a time that nobody could tell. */
  public static final long UNKNOWN = -1;

  /** The columns {@code path}, {@code size} and {@code modified}. */
  public static final StructType SCHEMA =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("size", DataTypes.LongType)
          .add("modified", DataTypes.TimestampType);

  private static final long serialVersionUID = 1L;

  /** A row of {@link #SCHEMA}; what is unknown is null. */
  public Row row() {
    return RowFactory.create(path, size == UNKNOWN ? null : (Long) size, time(modifiedMillis));
  }

  static @Nullable Timestamp time(long millis) {
    return millis == UNKNOWN ? null : new Timestamp(millis);
  }
}
