package io.auricle.reproduce;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training.DataUse;
import io.auricle.bundle.Training.Metric;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.run.Experiments;
import io.auricle.report.RunReport;
import io.auricle.reproduce.Reproduced.Measured;
import io.auricle.reproduce.Reproduction.Account;
import io.auricle.reproduce.Reproduction.Protocol;
import io.auricle.reproduce.Reproduction.TableRow;
import io.auricle.reproduce.Reproduction.Variant;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures published tables again.
 *
 * @param data where the data sets are
 * @param quick whether it is only to be seen that everything runs
 * @param account whether the text or the code of a study is followed where they differ
 * @param wanted parts of the names of the rows that are run; none for all rows
 * @param settings changes of every experiment
 * @param options how experiments are run
 */
public record Reproducer(
    GivenData data,
    boolean quick,
    Account account,
    List<String> wanted,
    Map<String, String> settings,
    RunOptions options) {
  public Reproducer {
    wanted = List.copyOf(wanted);
    settings = Map.copyOf(settings);
  }

  /** All rows, by the text. */
  public Reproducer(
      GivenData data, boolean quick, Map<String, String> settings, RunOptions options) {
    this(data, quick, Account.REPORT, List.of(), settings, options);
  }

  /**
   * Runs every row that is wanted under both protocols.
   *
   * @param variant one of the reproduction's with an experiment, whose data are there
   * @throws ExperimentException if an experiment cannot be run
   */
  public Reproduced run(Reproduction reproduction, Variant variant)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Protocol published = published(reproduction);
    Protocol honest = reproduction.honest();
    Path experiment = experiment(reproduction, variant);
    List<Reproduced.Row> rows = new ArrayList<>();
    for (Reproduction.Row row : reproduction.rowsOf(wanted)) {
      String skip = skipped(row);
      if (skip != null) {
        rows.add(new Reproduced.Row(row, null, null, skip));
        continue;
      }
      Measured ours = measure(reproduction, variant, row, published, Map.of(), experiment);
      // A smoke test needs both protocols once.
      boolean once = !quick || rows.isEmpty();
      Measured truth = null;
      if (honest == null) {
        truth = variant.noHonest() == null ? ours : null;
      } else if (once) {
        truth = measure(reproduction, variant, row, honest, variant.honest(), experiment);
      }
      rows.add(new Reproduced.Row(row, ours, truth, ""));
    }
    return new Reproduced(reproduction, variant, quick, account, rows);
  }

  /** Why a row cannot be run here; null if it can. */
  private static @Nullable String skipped(Reproduction.Row row) {
    double heap = Runtime.getRuntime().maxMemory() / 1e9;
    if (row.skip() != null || heap >= row.heapGigabytes()) {
      return row.skip();
    }
    return "not run: needs a heap of %d GB, here are %.1f; AURICLE_JAVA_OPTIONS=-Xmx%dg gives it"
        .formatted(row.heapGigabytes(), heap, row.heapGigabytes() + 1);
  }

  /**
   * The command lines of a variant, their files written and their folders made. Runs that they read
   * are made if they have not been made before.
   *
   * @return the words of each
   * @throws ExperimentException if such a run cannot be made
   */
  public List<List<String>> commands(Reproduction reproduction, Variant variant)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    copyFiles(variant);
    Path out = Files.createDirectories(folder().resolve(reproduction.id()));
    Map<String, String> places = new LinkedHashMap<>();
    places.putAll(folders(variant));
    places.put("here", folder().toString());
    places.put("out", out.toString());
    places.put("workspace", options.workspace().toString());
    for (Map.Entry<String, TableRow> run : variant.runs().entrySet()) {
      places.put(run.getKey(), run(run.getValue()).toString());
    }
    List<String> lines = quick && !variant.quick().isEmpty() ? variant.quick() : variant.commands();
    return lines.stream()
        .map(
            line ->
                Arrays.stream(line.split(" +"))
                    .map(word -> filled(data.located(word), places))
                    .toList())
        .toList();
  }

  private static String filled(String word, Map<String, String> places) {
    String text = word;
    for (Map.Entry<String, String> place : places.entrySet()) {
      text = text.replace("${" + place.getKey() + "}", place.getValue());
    }
    return text;
  }

  /** The folder of a row's run under the study's protocol. */
  private Path run(TableRow wanted)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Reproduction table = Reproductions.named(wanted.table());
    Variant variant =
        table
            .variant(data)
            .orElseThrow(
                () ->
                    new ExperimentException(
                        "%s lacks what %s needs".formatted(data.folder(), table.id())));
    Path experiment = experiment(table, variant);
    Reproduction.Row row = table.row(wanted.row());
    Measured measured = measure(table, variant, row, published(table), Map.of(), experiment);
    Path run = options.workspace().resolve("runs").resolve(measured.run());
    if (!Files.isDirectory(run)) {
      throw new ExperimentException(
          "%s is not there any more; delete %s to measure it anew"
              .formatted(run, folder().resolve(table.id())));
    }
    return run;
  }

  /** The variables of a variant's experiment and commands that name folders. */
  private Map<String, String> folders(Variant variant) {
    Map<String, String> folders = new LinkedHashMap<>();
    folders.put("data", data.folder().toAbsolutePath().toString());
    Path outside = data.outside();
    if (outside != null && variant.needs().contains(GivenData.OUTSIDE)) {
      folders.put("outside", outside.toAbsolutePath().toString());
    }
    return folders;
  }

  private Path folder() {
    return options.workspace().resolve("reproductions");
  }

  private static Protocol published(Reproduction table) {
    Protocol published = table.published();
    if (published == null) {
      throw new IllegalArgumentException(table.id() + " has no rows but commands");
    }
    return published;
  }

  /** A table's experiment, written beside the files that it reads. */
  private Path experiment(Reproduction table, Variant variant) throws IOException {
    String name = variant.experiment();
    if (name == null) {
      throw new IllegalArgumentException(table.id() + " has no rows but commands");
    }
    copyFiles(variant);
    return copy(name + ".yaml");
  }

  private void copyFiles(Variant variant) throws IOException {
    for (String file : variant.files()) {
      copy(file);
    }
  }

  /** Runs read files, and come to know nothing of where their experiment came from. */
  private Path copy(String name) throws IOException {
    Path file = folder().resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, Reproductions.file(name));
    return file;
  }

  private Measured measure(
      Reproduction reproduction,
      Variant variant,
      Reproduction.Row row,
      Protocol protocol,
      Map<String, String> special,
      Path experiment)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    options
        .listener()
        .said("%s: %s, %s".formatted(reproduction.id(), row.name(), protocol.title()));
    Map<String, String> all = new LinkedHashMap<>();
    all.putAll(folders(variant));
    all.putAll(variant.set());
    all.putAll(protocol.set());
    all.putAll(special);
    all.putAll(row.set());
    all.putAll(reproduction.settings(account, row));
    all.putAll(quick ? reproduction.quick() : Map.of());
    all.replaceAll((key, value) -> data.located(value));
    all.putAll(settings);
    MeasuredFiles kept = new MeasuredFiles(folder().resolve(reproduction.id()));
    Path file = kept.file(Files.readString(experiment), all);
    Optional<Measured> before = MeasuredFiles.read(file);
    if (before.isPresent()) {
      options.listener().said("measured before: " + before.get().run());
      return before.get();
    }
    long start = System.nanoTime();
    RunFolder run = Experiments.run(experiment, all, options);
    RunReport.write(run);
    String dataset = variant.dataset() == null ? protocol.dataset() : variant.dataset();
    Measured measured =
        measured(run, (System.nanoTime() - start) / 1e9, reproduction, protocol.part(), dataset);
    kept.write(file, measured);
    return measured;
  }

  private static Measured measured(
      RunFolder run,
      double seconds,
      Reproduction reproduction,
      Part scored,
      @Nullable String dataset)
      throws ExperimentException, IOException {
    ModelCard card = Bundle.read(run.model()).card();
    String part = scored.title();
    // Several sources may be one data set, and have figures together.
    List<DataUse> uses =
        card.training().data().stream()
            .filter(data -> is(dataset, data.dataset()))
            .filter(data -> data.tracks().containsKey(part))
            .toList();
    if (uses.isEmpty()) {
      throw new ExperimentException(run.path() + ": no track in the " + part + " part");
    }
    DataUse use = uses.get(0);
    int tracks =
        uses.stream()
            .filter(data -> data.dataset().equals(use.dataset()))
            .mapToInt(data -> data.tracks().getOrDefault(part, 0))
            .sum();
    List<Metric> metrics = new ArrayList<>();
    for (String name : reproduction.metrics()) {
      card.training().metrics().stream()
          .filter(metric -> metric.name().equals(name) && metric.split().equals(part))
          .filter(metric -> metric.dataset().equals(use.dataset()))
          .findFirst()
          .ifPresent(metrics::add);
    }
    return new Measured(
        String.valueOf(run.path().getFileName()),
        card.training().seed(),
        seconds,
        use.split(),
        tracks,
        metrics,
        training(run, use.dataset()));
  }

  private static @Nullable Double training(RunFolder run, String dataset) throws IOException {
    return run.trainingMetrics().stream()
        .filter(metric -> metric.name().equals("accuracy") && metric.dataset().equals(dataset))
        .map(Metric::value)
        .findFirst()
        .orElse(null);
  }

  private static boolean is(@Nullable String wanted, String dataset) {
    return wanted == null || wanted.equals(dataset);
  }
}
