package io.auricle.spark;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.CardJson;
import io.auricle.bundle.Version;
import io.auricle.feature.set.FeatureSets;
import io.auricle.spark.input.CatalogueFile;
import io.auricle.spark.input.FileColumns;
import io.auricle.spark.input.FolderListing;
import io.auricle.spark.input.Packing;
import io.auricle.spark.input.SharedConfiguration;
import io.auricle.spark.input.TableListing;
import io.auricle.spark.output.KnownFiles;
import io.auricle.spark.output.ResultFolder;
import io.auricle.spark.work.ExecutorModels;
import io.auricle.spark.work.Meters;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** From a catalogue to a folder of results. */
final class CatalogueJob {
  private final SparkSession session;
  private final JavaSparkContext spark;
  private final JobOptions options;

  CatalogueJob(SparkSession session, JobOptions options) {
    this.session = session;
    this.spark = new JavaSparkContext(session.sparkContext());
    this.options = options;
  }

  /**
   * Does what is not done yet.
   *
   * @return how many files were done before
   * @throws IOException if the input or the output cannot be used
   */
  long run(Meters meters) throws IOException {
    Configuration hadoop = spark.hadoopConfiguration();
    // Models are looked for before anything is made.
    String work = work();
    CatalogueOptions source = options.source();
    Dataset<Row> table =
        source.format().equals(CatalogueOptions.FOLDER) ? null : table(source, session);
    boolean content = table != null && Arrays.asList(table.columns()).contains("content");
    List<CatalogueFile> files = new ArrayList<>();
    if (table == null) {
      FolderListing listing = new FolderListing(hadoop, source.hidden());
      for (String place : source.inputs()) {
        files.addAll(listing.list(place));
      }
    } else if (!content) {
      files = TableListing.list(table, new SharedConfiguration(hadoop));
    }
    ResultFolder results =
        ResultFolder.open(hadoop, options.output(), options.format(), work, options.resume());
    KnownFiles known = options.resume() ? results.known(session) : KnownFiles.none();
    if (table != null && content) {
      results.append(analysed(unknown(table, known), meters));
      return known.count();
    }
    List<CatalogueFile> rest =
        files.stream()
            .filter(file -> source.takes(file.path()) && !known.has(file))
            .distinct()
            .toList();
    results.append(analysed(packed(rest), meters));
    return known.count();
  }

  private static Dataset<Row> table(CatalogueOptions source, SparkSession session) {
    Dataset<Row> table =
        session
            .read()
            .format(source.format())
            .option("header", "true")
            .option("escape", "\"")
            .load(source.inputs().toArray(new String[0]));
    // Texts have no types, and inventories types of their own.
    for (String column : table.columns()) {
      String type = FileColumns.type(column);
      if (type != null) {
        table = table.withColumn(column, table.col(column).cast(type));
      }
    }
    return table;
  }

  /** Rows of a table with the content of files stay where they are. */
  private Dataset<Row> unknown(Dataset<Row> table, KnownFiles known) {
    FileColumns columns = FileColumns.of(table.schema());
    Broadcast<KnownFiles> sent = spark.broadcast(known);
    CatalogueOptions source = options.source();
    int shard = source.shard();
    int shards = source.shards();
    return table.filter(
        (FilterFunction<Row>)
            row -> {
              CatalogueFile file = columns.file(row);
              return CatalogueOptions.isIn(file.path(), shard, shards) && !sent.value().has(file);
            });
  }

  private Dataset<Row> packed(List<CatalogueFile> files) {
    long bytes = options.source().partitionBytes();
    Packing usual = Packing.of(files, spark.defaultParallelism());
    Packing packing = bytes == 0 ? usual : new Packing(bytes, usual.files());
    List<ArrayList<Row>> packs =
        packing.pack(files).stream()
            .map(pack -> new ArrayList<>(pack.stream().map(FileColumns::row).toList()))
            .toList();
    JavaRDD<Row> rows =
        spark.parallelize(packs, Math.max(1, packs.size())).flatMap(pack -> pack.iterator());
    return session.createDataFrame(rows, FileColumns.FILES);
  }

  private Dataset<Row> analysed(Dataset<Row> files, Meters meters) {
    ClassifyOptions classify = options.classify();
    return classify != null
        ? Auricle.classify(files, classify, meters)
        : Auricle.features(files, Objects.requireNonNull(options.features()), meters);
  }

  /** A text that differs where results would. */
  private String work() throws IOException {
    ClassifyOptions classify = options.classify();
    StringBuilder work = new StringBuilder(Version.program()).append(", ");
    if (classify != null) {
      work.append("classify");
      for (String name : classify.models()) {
        Bundle bundle = ExecutorModels.bundle(name);
        int digest = Arrays.hashCode(CardJson.write(bundle.card()));
        work.append(" ").append(bundle.card().about().name()).append(" ");
        work.append(Integer.toHexString(digest));
      }
      work.append(classify.embedding() ? ", embedding" : "").append(", ").append(classify.limits());
    } else {
      SetOptions set = Objects.requireNonNull(options.features());
      work.append("features ").append(FeatureSets.named(set.set()));
      work.append(set.arrays() ? ", arrays" : "").append(", ").append(set.limits());
    }
    return work.append(", ").append(options.format().word()).toString();
  }
}
