package io.auricle.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Jobs in one process, one after the other, and a job of one's own in the end: run by {@link
 * SparkClusterTest} on Sparks of several versions. Arguments: a file with a command line each line,
 * a folder of sound, a folder for results.
 */
public final class JobScript {
  private JobScript() {}

  /** Runs them; ends with an error at the first that does not end well. */
  public static void main(String[] words) throws IOException {
    for (String line : Files.readAllLines(Path.of(words[0]))) {
      int code = Main.run(System.out, System.err, line.split(" "));
      System.out.println("ended " + code);
    }
    SparkSession session = SparkSession.builder().getOrCreate();
    Dataset<Row> bytes =
        session
            .read()
            .format("binaryFile")
            .option("pathGlobFilter", "*.{mp3,wav}")
            .load(words[1])
            .selectExpr("path", "content", "'kept' AS note");
    Dataset<Row> heard = Auricle.classify(bytes, ClassifyOptions.of("genre"));
    write(heard, words[2] + "/content");
    Dataset<Row> paths =
        session.read().format("binaryFile").load(words[1]).selectExpr("path", "length");
    write(Auricle.features(paths, SetOptions.of("mel")), words[2] + "/mel");
    write(session.read().parquet(words[2] + "/parquet"), words[2] + "/parquet-read");
    session.stop();
  }

  private static void write(Dataset<Row> table, String place) throws IOException {
    List<String> lines = table.toJSON().collectAsList();
    Files.write(Path.of(place + ".jsonl"), lines);
  }
}
