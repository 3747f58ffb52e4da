package io.auricle.parquet;

import java.util.ArrayList;
import java.util.List;

/** The fields that tables of results have: of each file first, of its faults last. */
public final class ResultFields {
  private ResultFields() {}

  /**
   * All fields of a table.
   *
   * @param own those of its kind, between the others
   */
  public static List<ParquetField> with(List<ParquetField> own) {
    List<ParquetField> fields = new ArrayList<>();
    fields.add(ParquetField.of("path", ParquetType.TEXT));
    fields.add(ParquetField.of("size", ParquetType.LONG));
    fields.add(ParquetField.of("modified", ParquetType.TIME));
    fields.add(ParquetField.of("duration_seconds", ParquetType.DOUBLE));
    fields.addAll(own);
    fields.add(ParquetField.list("warnings", ParquetType.TEXT));
    fields.add(ParquetField.of("error_code", ParquetType.TEXT));
    fields.add(ParquetField.of("error_message", ParquetType.TEXT));
    return List.copyOf(fields);
  }
}
