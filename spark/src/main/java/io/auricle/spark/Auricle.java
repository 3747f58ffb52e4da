package io.auricle.spark;

import io.auricle.spark.input.FileColumns;
import io.auricle.spark.input.SharedConfiguration;
import io.auricle.spark.output.ResultColumns;
import io.auricle.spark.output.ResultTable;
import io.auricle.spark.work.ClassifyFunction;
import io.auricle.spark.work.FeatureFunction;
import io.auricle.spark.work.FileTask;
import io.auricle.spark.work.Meters;
import io.auricle.spark.work.SoundLimits;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/**
 * Auricle for jobs of others: from a table of files to a table of what they sound like. Tables have
 * a column {@code path}, or {@code content} as {@code binaryFile} gives it; {@code size} or {@code
 * length} and {@code modified} or {@code modificationTime} are taken as they are, all other columns
 * are handed through behind the results. Nothing is shuffled: rows stay in the partitions that they
 * are in, so whoever calls this divides the work (some hundred files a partition are good).
 *
 * <p>Bad files are rows with a code in {@code error_code}. The columns are those of docs/spark.md.
 */
public final class Auricle {
  private Auricle() {}

  /**
   * Names what files sound like: a row a file and model.
   *
   * @throws IllegalArgumentException if the table has no files in it, or a column of a result's
   *     name
   */
  public static Dataset<Row> classify(Dataset<Row> files, ClassifyOptions options) {
    return classify(files, options, Meters.of(files.sparkSession().sparkContext()));
  }

  /**
   * The same with meters of the caller.
   *
   * @param meters learn what executors do
   */
  public static Dataset<Row> classify(Dataset<Row> files, ClassifyOptions options, Meters meters) {
    FileTask task = task(files, ResultColumns.classified(), options.limits(), meters);
    return files.mapPartitions(
        new ClassifyFunction(task, options.models(), options.embedding()),
        Encoders.row(task.table().all()));
  }

  /**
   * The features of files: a row a file.
   *
   * @throws IllegalArgumentException as {@link #classify(Dataset, ClassifyOptions)}
   */
  public static Dataset<Row> features(Dataset<Row> files, SetOptions options) {
    return features(files, options, Meters.of(files.sparkSession().sparkContext()));
  }

  /**
   * The same with meters of the caller.
   *
   * @param meters learn what executors do
   */
  public static Dataset<Row> features(Dataset<Row> files, SetOptions options, Meters meters) {
    StructType columns =
        options.arrays() ? ResultColumns.arrays() : ResultColumns.features(options.columns());
    FileTask task = task(files, columns, options.limits(), meters);
    return files.mapPartitions(
        new FeatureFunction(task, options.set(), options.arrays()),
        Encoders.row(task.table().all()));
  }

  private static FileTask task(
      Dataset<Row> files, StructType results, SoundLimits limits, Meters meters) {
    FileColumns columns = FileColumns.of(files.schema());
    SparkContext spark = files.sparkSession().sparkContext();
    Broadcast<SharedConfiguration> hadoop =
        new JavaSparkContext(spark).broadcast(new SharedConfiguration(spark.hadoopConfiguration()));
    return new FileTask(
        columns, ResultTable.of(results, files.schema(), columns.others()), limits, hadoop, meters);
  }
}
