package io.auricle.spark;

import io.auricle.bundle.Bundles;
import io.auricle.spark.output.ResultFormat;
import io.auricle.spark.work.SoundLimits;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a job is to do, as its command line says.
 *
 * @param source where its files are
 * @param output folder of results
 * @param format of results
 * @param resume whether to go on with what the output holds
 * @param classify how files are classified, or null if features are wanted
 * @param features which features files have, or null if they are to be classified
 */
record JobOptions(
    CatalogueOptions source,
    String output,
    ResultFormat format,
    boolean resume,
    @Nullable ClassifyOptions classify,
    @Nullable SetOptions features) {

  static final String USAGE =
      """
      usage: spark-submit --class io.auricle.spark.Main auricle-spark.jar classify|features
        --input PLACE         a folder, or a table of files; may be given more than once
        --input-format FORM   folder, parquet, csv or json (default: folder)
        --output FOLDER       where results go
        --format FORM         parquet, csv or json (default: parquet)
        --resume              go on with what the output holds
        --model NAME          classify: a model (default: genre); may be given more than once
        --embedding           classify: also what the models' network makes of a track
        --set NAME            features: a set (auricle features --list)
        --arrays              features: an array a file in place of columns
        --max-seconds S       longer sounds are refused (default: 1200)
        --max-wall-seconds S  ... and what takes longer to decode (default: 60)
        --max-bytes N         ... and larger files, 500m or 2g (default: 1g)
        --hidden              of folders also what is hidden
        --partition-bytes N   size of a partition's files (default: by the cluster's cores)
        --shard I/N           only every Nth file, the Ith share of them, from 1 on\
      """;

  private static final Set<String> VALUED =
      Set.of(
          "--input",
          "--input-format",
          "--output",
          "--format",
          "--model",
          "--set",
          "--max-seconds",
          "--max-wall-seconds",
          "--max-bytes",
          "--partition-bytes",
          "--shard");
  private static final Set<String> FLAGS =
      Set.of("--resume", "--embedding", "--arrays", "--hidden");

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException if it makes no sense
   */
  static JobOptions of(String... words) {
    List<String> all = List.of(words);
    String command = all.isEmpty() ? "" : all.get(0);
    if (!command.equals("classify") && !command.equals("features")) {
      throw new IllegalArgumentException(
          "command=%s must be classify or features".formatted(command));
    }
    Arguments arguments = Arguments.of(all.subList(1, all.size()), VALUED, FLAGS);
    SoundLimits usual = SoundLimits.DEFAULT;
    SoundLimits limits =
        new SoundLimits(
            arguments.number("--max-seconds", usual.soundSeconds(), Double::valueOf),
            arguments.number("--max-wall-seconds", usual.wallSeconds(), Double::valueOf),
            arguments.number("--max-bytes", usual.fileBytes(), Arguments::bytes));
    boolean classify = command.equals("classify");
    for (String option :
        classify ? List.of("--set", "--arrays") : List.of("--model", "--embedding")) {
      if (arguments.has(option)) {
        throw new IllegalArgumentException(option + " does not go with " + command);
      }
    }
    return new JobOptions(
        CatalogueOptions.of(arguments),
        arguments.required("--output"),
        ResultFormat.named(arguments.or("--format", ResultFormat.PARQUET.word())),
        arguments.has("--resume"),
        classify ? classify(arguments, limits) : null,
        classify ? null : features(arguments, limits));
  }

  private static ClassifyOptions classify(Arguments arguments, SoundLimits limits) {
    List<String> models = arguments.all("--model");
    return new ClassifyOptions(
        models.isEmpty() ? List.of(Bundles.DEFAULT_NAME) : models,
        arguments.has("--embedding"),
        limits);
  }

  private static SetOptions features(Arguments arguments, SoundLimits limits) {
    SetOptions set = SetOptions.of(arguments.required("--set")).withLimits(limits);
    return arguments.has("--arrays") ? set.withArrays() : set;
  }
}
