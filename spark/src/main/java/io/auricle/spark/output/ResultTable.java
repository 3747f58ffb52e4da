package io.auricle.spark.output;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * The columns of a table of results: those of its kind, then those that were handed through.
 *
 * @param own the columns of its kind
 * @param all with those behind them
 */
public record ResultTable(StructType own, StructType all) implements Serializable {
  private static final long serialVersionUID = 1L;

  /**
   * Joins both.
   *
   * @param input the table that the others are of
   * @param others their places
   * @throws IllegalArgumentException if one has the name of a result
   */
  public static ResultTable of(StructType own, StructType input, List<Integer> others) {
    List<String> names = Arrays.asList(own.fieldNames());
    List<StructField> fields = new ArrayList<>(Arrays.asList(own.fields()));
    for (int place : others) {
      StructField field = input.fields()[place];
      if (names.contains(field.name())) {
        throw new IllegalArgumentException(
            "column %s has the name of a result; rename it before".formatted(field.name()));
      }
      fields.add(field);
    }
    return new ResultTable(own, new StructType(fields.toArray(new StructField[0])));
  }

  /** Where a column of its kind is. */
  public int place(String column) {
    return own.fieldIndex(column);
  }
}
