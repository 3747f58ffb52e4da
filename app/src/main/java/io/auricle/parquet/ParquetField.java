package io.auricle.parquet;

import java.util.List;

/** A column, or columns that belong together. Fields may be empty unless they say otherwise. */
public sealed interface ParquetField {
  String name();

  /** Whether each record has it. */
  boolean required();

  /** A column. */
  record Leaf(String name, ParquetType type, boolean required) implements ParquetField {}

  /** Fields side by side; values are {@code Object[]}, one for each. */
  record Group(String name, List<ParquetField> fields, boolean required) implements ParquetField {
    public Group {
      fields = List.copyOf(fields);
    }
  }

  /** Any number of values of one field, which is named {@code element}; values are lists. */
  record Sequence(String name, ParquetField element, boolean required) implements ParquetField {}

  /** A column that may be empty. */
  static ParquetField of(String name, ParquetType type) {
    return new Leaf(name, type, false);
  }

  /** A column that never is. */
  static ParquetField always(String name, ParquetType type) {
    return new Leaf(name, type, true);
  }

  /** A list that may be missing, of values that never are. */
  static ParquetField list(String name, ParquetType type) {
    return new Sequence(name, always("element", type), false);
  }
}
