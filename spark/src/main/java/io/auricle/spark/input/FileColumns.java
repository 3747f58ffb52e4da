package io.auricle.spark.input;

import io.auricle.audio.DecodeException;
import java.io.Serializable;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Where a table says what its files are: {@code path}, {@code content}, {@code size} or {@code
 * length}, {@code modified} or {@code modificationTime}; {@value #ABSENT} where there is no such
 * column. All others are handed through.
 *
 * @param others places of the other columns
 */
public record FileColumns(int path, int content, int size, int modified, List<Integer> others)
    implements Serializable {
  static final int ABSENT = -1;

  /** The columns {@code path}, {@code size} and {@code modified}. */
  public static final StructType FILES =
      new StructType()
          .add("path", DataTypes.StringType)
          .add("size", DataTypes.LongType)
          .add("modified", DataTypes.TimestampType);

  private static final long serialVersionUID = 1L;

  /**
   * Finds them.
   *
   * @throws IllegalArgumentException if there is neither a path nor a content, or one of them is of
   *     a wrong type
   */
  public static FileColumns of(StructType table) {
    int path = find(table, DataTypes.StringType, "path");
    int content = find(table, DataTypes.BinaryType, "content");
    if (path == ABSENT && content == ABSENT) {
      throw new IllegalArgumentException(
          "columns=%s must have a path (a string) or a content (binary), as binaryFile gives"
              .formatted(Arrays.toString(table.fieldNames())));
    }
    int size = find(table, DataTypes.LongType, "size", "length");
    int modified = find(table, DataTypes.TimestampType, "modified", "modificationTime");
    List<Integer> known = List.of(path, content, size, modified);
    List<Integer> others = new ArrayList<>();
    for (int i = 0; i < table.length(); i++) {
      if (!known.contains(i)) {
        others.add(i);
      }
    }
    return new FileColumns(path, content, size, modified, List.copyOf(others));
  }

  /** The type that a column of this name has to have; null for all but size and time. */
  public static @Nullable String type(String column) {
    return switch (column) {
      case "size", "length" -> DataTypes.LongType.sql();
      case "modified", "modificationTime" -> DataTypes.TimestampType.sql();
      default -> null;
    };
  }

  private static int find(StructType table, DataType type, String... names) {
    StructField[] fields = table.fields();
    for (String name : names) {
      for (int i = 0; i < fields.length; i++) {
        if (fields[i].name().equals(name)) {
          if (!fields[i].dataType().equals(type)) {
            throw new IllegalArgumentException(
                "column %s is of type %s and must be %s"
                    .formatted(name, fields[i].dataType().simpleString(), type.simpleString()));
          }
          return i;
        }
      }
    }
    return ABSENT;
  }

  /** A row of {@link #FILES}; what is unknown is null. */
  public static Row row(CatalogueFile file) {
    return RowFactory.create(
        file.path(),
        file.size() == CatalogueFile.UNKNOWN ? null : (Long) file.size(),
        file.modifiedMillis() == CatalogueFile.UNKNOWN
            ? null
            : new Timestamp(file.modifiedMillis()));
  }

  /** The file that a row speaks of, as the row says. */
  public CatalogueFile file(Row row) {
    byte @Nullable [] bytes = bytes(row);
    return new CatalogueFile(
        has(row, path) ? row.getString(path) : "",
        has(row, size) ? row.getLong(size) : bytes == null ? CatalogueFile.UNKNOWN : bytes.length,
        has(row, modified) ? millis(row.get(modified)) : CatalogueFile.UNKNOWN);
  }

  /**
   * The sound that a row speaks of: its content if it has one, else what its path leads to.
   *
   * @throws DecodeException if the path is none
   */
  public CatalogueSound sound(Row row, SoundLocator finder) throws DecodeException {
    byte @Nullable [] bytes = bytes(row);
    CatalogueFile file = file(row);
    return bytes == null
        ? finder.find(file.path())
        : SoundLocator.of(file.path(), bytes, file.modifiedMillis());
  }

  private byte @Nullable [] bytes(Row row) {
    return has(row, content) ? (byte[]) row.get(content) : null;
  }

  private static boolean has(Row row, int place) {
    return place != ABSENT && !row.isNullAt(place);
  }

  /** Sessions may have timestamps in either of Java's forms. */
  private static long millis(Object time) {
    return time instanceof Instant instant ? instant.toEpochMilli() : ((Timestamp) time).getTime();
  }
}
