package io.auricle.spark.work;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.DoubleAccumulator;
import org.apache.spark.util.LongAccumulator;

/**
 * What executors count, and Spark's pages show of each stage. Spark adds what a partition counted
 * once, however often it was tried, where the stage writes results.
 *
 * @param files that were looked at
 * @param codes how many of them were good, and how many had which error
 * @param slowest the files that took longest
 * @param soundSeconds length of all sound
 * @param decodeSeconds time in decoding and reading
 * @param modelSeconds time in features and models
 * @param started executors that have loaded what they need
 */
public record Meters(
    LongAccumulator files,
    CodeCounts codes,
    SlowestFiles slowest,
    DoubleAccumulator soundSeconds,
    DoubleAccumulator decodeSeconds,
    DoubleAccumulator modelSeconds,
    LongAccumulator started)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** New ones, all zero. */
  public static Meters of(SparkContext spark) {
    CodeCounts codes = new CodeCounts();
    spark.register(codes, "auricle: results by code");
    SlowestFiles slowest = new SlowestFiles();
    spark.register(slowest, "auricle: slowest files");
    return new Meters(
        spark.longAccumulator("auricle: files"),
        codes,
        slowest,
        spark.doubleAccumulator("auricle: seconds of sound"),
        spark.doubleAccumulator("auricle: seconds decoding"),
        spark.doubleAccumulator("auricle: seconds in features and models"),
        spark.longAccumulator("auricle: executors started"));
  }
}
