package io.auricle.spark.input;

import io.auricle.audio.DecodeException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;

/**
 * The files that the rows of a table name. Where the table has no sizes, executors ask for them.
 */
public final class TableListing {
  private TableListing() {}

  /**
   * All files of a table, each as often as it is named.
   *
   * @param table with a column {@code path}
   * @throws IllegalArgumentException if it has none
   */
  public static List<CatalogueFile> list(Dataset<Row> table, SharedConfiguration hadoop) {
    FileColumns columns = FileColumns.of(table.schema());
    boolean complete =
        columns.size() != FileColumns.ABSENT && columns.modified() != FileColumns.ABSENT;
    Dataset<Row> files = table;
    if (!complete) {
      Broadcast<SharedConfiguration> settings =
          new JavaSparkContext(table.sparkSession().sparkContext()).broadcast(hadoop);
      files =
          table.mapPartitions(
              (MapPartitionsFunction<Row, Row>)
                  rows -> looked(rows, columns, new SoundLocator(settings.value())),
              Encoders.row(FileColumns.FILES));
    }
    FileColumns found = complete ? columns : FileColumns.of(FileColumns.FILES);
    List<CatalogueFile> all = new ArrayList<>();
    for (Row row : files.collectAsList()) {
      all.add(found.file(row));
    }
    return all;
  }

  private static Iterator<Row> looked(
      Iterator<Row> rows, FileColumns columns, SoundLocator finder) {
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext();
      }

      @Override
      public Row next() {
        return FileColumns.row(looked(columns.file(rows.next()), finder));
      }
    };
  }

  private static CatalogueFile looked(CatalogueFile named, SoundLocator finder) {
    try (CatalogueSound sound = finder.find(named.path())) {
      return sound.file();
    } catch (DecodeException | IOException e) {
      // It gets its code when it is opened.
      return named;
    }
  }
}
