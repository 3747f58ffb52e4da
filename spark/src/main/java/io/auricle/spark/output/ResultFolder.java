package io.auricle.spark.output;

import io.auricle.spark.input.FileColumns;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * A folder of results that grows by whole partitions. A task's rows appear in it when the task ends
 * and never before, under a name that a second try of the same task has, too; so a killed executor
 * leaves nothing, and what a killed driver has left counts.
 */
public final class ResultFolder {
  /** What the rows were made by; Spark's readers pass it over. */
  private static final String NOTE = "_auricle";

  private static final String DONE = "_SUCCESS";

  private final String place;
  private final ResultFormat format;

  private ResultFolder(String place, ResultFormat format) {
    this.place = place;
    this.format = format;
  }

  /**
   * Opens a folder for results of some work.
   *
   * @param work differs where results would
   * @param resume whether to go on with what is there
   * @throws IOException if there is something that cannot be gone on with
   */
  public static ResultFolder open(
      Configuration hadoop, String place, ResultFormat format, String work, boolean resume)
      throws IOException {
    Path folder = new Path(place);
    FileSystem store = folder.getFileSystem(hadoop);
    Path note = new Path(folder, NOTE);
    if (store.exists(note)) {
      if (!resume) {
        throw new IOException(
            "--output=%s holds results; add --resume to go on with them, or name another"
                .formatted(place));
      }
      String before = read(store, note);
      if (!before.equals(work)) {
        throw new IOException(
            "--output=%s was made by other work; name another. There: %s; now: %s"
                .formatted(place, before, work));
      }
    } else if (holdsAnything(store, folder)) {
      throw new IOException(
          "--output=%s holds files that are not results of this program; name another"
              .formatted(place));
    } else {
      store.mkdirs(folder);
      try (OutputStream out = store.create(note, true)) {
        out.write(work.getBytes(StandardCharsets.UTF_8));
      }
    }
    store.delete(new Path(folder, DONE), false);
    return new ResultFolder(place, format);
  }

  private static boolean holdsAnything(FileSystem store, Path folder) throws IOException {
    if (!store.exists(folder)) {
      return false;
    }
    for (FileStatus entry : store.listStatus(folder)) {
      // What a run left that was killed while it began.
      if (!entry.getPath().getName().startsWith("_temporary")) {
        return true;
      }
    }
    return false;
  }

  private static String read(FileSystem store, Path note) throws IOException {
    try (InputStream in = store.open(note)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** The files whose rows it holds. */
  public KnownFiles known(SparkSession session) throws IOException {
    Path folder = new Path(place);
    FileSystem store = folder.getFileSystem(session.sparkContext().hadoopConfiguration());
    boolean any = false;
    for (FileStatus entry : store.listStatus(folder)) {
      any |= entry.getPath().getName().startsWith("part-");
    }
    return any ? KnownFiles.of(read(session)) : KnownFiles.none();
  }

  private Dataset<Row> read(SparkSession session) {
    if (format != ResultFormat.CSV) {
      return session.read().schema(FileColumns.FILES).format(format.word()).load(place);
    }
    return session
        .read()
        .options(format.options())
        .format(format.word())
        .load(place)
        .select(
            // An empty text would be read as none.
            functions.col("path"),
            functions.col("size").cast("long").as("size"),
            functions.col("modified").cast("timestamp").as("modified"));
  }

  /** Adds rows, each partition whole as soon as its task ends. */
  public void append(Dataset<Row> results) {
    format
        .form(results)
        .write()
        .options(format.options())
        .format(format.word())
        .mode("append")
        // Version 1 shows nothing of a job before all of it is done, and drops it with the driver.
        .option("mapreduce.fileoutputcommitter.algorithm.version", "2")
        .save(place);
  }
}
