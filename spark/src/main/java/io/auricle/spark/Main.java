package io.auricle.spark;

import io.auricle.spark.work.Meters;
import java.io.IOException;
import java.io.PrintStream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** The program that is submitted to a cluster. */
public final class Main {
  private static final String EXECUTOR_OPTIONS = "spark.executor.extraJavaOptions";

  /** Four times as fast Fourier transforms; without it all results are the same. */
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  private Main() {}

  /** Runs a job; bad files are rows, so only what keeps the job from its end makes it fail. */
  public static void main(String[] words) {
    int code = run(System.out, System.err, words);
    if (code != 0) {
      System.exit(code);
    }
  }

  /**
   * The same without an end of the process.
   *
   * @return 0: done, 1: failed, 2: wrong usage
   */
  static int run(PrintStream out, PrintStream err, String... words) {
    JobOptions options;
    try {
      options = JobOptions.of(words);
    } catch (IllegalArgumentException e) {
      err.println("auricle: " + e.getMessage());
      err.println(JobOptions.USAGE);
      return 2;
    }
    SparkConf conf = new SparkConf();
    String executor = conf.get(EXECUTOR_OPTIONS, "");
    if (!executor.contains("jdk.incubator.vector")) {
      conf.set(EXECUTOR_OPTIONS, (executor + " " + VECTORS).strip());
    }
    // The older form that is usual in Spark has no name in other readers.
    conf.setIfMissing("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    conf.setIfMissing("spark.app.name", "auricle " + words[0]);
    SparkSession session = SparkSession.builder().config(conf).getOrCreate();
    try {
      CatalogueJob job = new CatalogueJob(session, options);
      Meters meters = Meters.of(session.sparkContext());
      long known = job.run(meters);
      new JobReport(meters, known).print(out);
      return 0;
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      err.println("auricle: " + e.getMessage());
      return 1;
    } finally {
      session.stop();
    }
  }
}
