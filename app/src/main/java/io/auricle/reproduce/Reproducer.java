package io.auricle.reproduce;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training.DataUse;
import io.auricle.bundle.Training.Metric;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.Experiments;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.report.RunReport;
import io.auricle.reproduce.Reproduced.Measured;
import io.auricle.reproduce.Reproduction.Protocol;
import io.auricle.reproduce.Reproduction.Variant;
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
 * @param data folder with the data sets
 * @param quick whether it is only to be seen that everything runs
 * @param settings changes of every experiment
 * @param options how experiments are run
 */
public record Reproducer(
    Path data, boolean quick, Map<String, String> settings, RunOptions options) {
  public Reproducer {
    settings = Map.copyOf(settings);
  }

  /**
   * Runs every row under both protocols.
   *
   * @param variant one of the reproduction's with an experiment, whose data are there
   * @throws ExperimentException if an experiment cannot be run
   */
  public Reproduced run(Reproduction reproduction, Variant variant)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Protocol published = reproduction.published();
    Protocol honest = reproduction.honest();
    String name = variant.experiment();
    if (published == null || name == null) {
      throw new IllegalArgumentException(reproduction.id() + " has no rows but commands");
    }
    Path experiment = copy(name);
    List<Reproduced.Row> rows = new ArrayList<>();
    for (Reproduction.Row row : reproduction.rows()) {
      String skip = row.skip();
      if (skip != null) {
        rows.add(new Reproduced.Row(row, null, null, skip));
        continue;
      }
      Measured ours = measure(reproduction, variant, row, published, Map.of(), experiment);
      Measured truth =
          honest == null
              ? ours
              : measure(reproduction, variant, row, honest, variant.honest(), experiment);
      rows.add(new Reproduced.Row(row, ours, truth, ""));
    }
    return new Reproduced(reproduction, variant, quick, rows);
  }

  /**
   * The command lines of a variant, their files written and their folders made.
   *
   * @return the words of each
   */
  public List<List<String>> commands(Reproduction reproduction, Variant variant)
      throws IOException {
    for (String file : variant.files()) {
      copy(file);
    }
    Path out = Files.createDirectories(folder().resolve(reproduction.id()));
    List<String> lines = quick && !variant.quick().isEmpty() ? variant.quick() : variant.commands();
    return lines.stream()
        .map(
            line ->
                Arrays.stream(line.split(" +"))
                    .map(word -> word.replace("${data}", data.toAbsolutePath().toString()))
                    .map(word -> word.replace("${here}", folder().toString()))
                    .map(word -> word.replace("${out}", out.toString()))
                    .map(word -> word.replace("${workspace}", options.workspace().toString()))
                    .toList())
        .toList();
  }

  private Path folder() {
    return options.workspace().resolve("reproductions");
  }

  /** Runs read files, and come to know nothing of where their experiment came from. */
  private Path copy(String experiment) throws IOException {
    Path file = Files.createDirectories(folder()).resolve(experiment + ".yaml");
    Files.writeString(file, Reproductions.experiment(experiment));
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
    all.put("data", data.toAbsolutePath().toString());
    all.putAll(variant.set());
    all.putAll(protocol.set());
    all.putAll(special);
    all.putAll(row.set());
    all.putAll(quick ? reproduction.quick() : Map.of());
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
    Measured measured = measured(run, (System.nanoTime() - start) / 1e9, reproduction, protocol);
    kept.write(file, measured);
    return measured;
  }

  private static Measured measured(
      RunFolder run, double seconds, Reproduction reproduction, Protocol protocol)
      throws ExperimentException, IOException {
    ModelCard card = Bundle.read(run.model()).card();
    String part = protocol.part().title();
    DataUse use =
        card.training().data().stream()
            .filter(data -> is(protocol.dataset(), data.dataset()))
            .filter(data -> data.tracks().containsKey(part))
            .findFirst()
            .orElseThrow(
                () -> new ExperimentException(run.path() + ": no track in the " + part + " part"));
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
        use.tracks().getOrDefault(part, 0),
        metrics);
  }

  private static boolean is(@Nullable String wanted, String dataset) {
    return wanted == null || wanted.equals(dataset);
  }
}
