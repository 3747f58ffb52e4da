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
   * @param variant one of the reproduction's, whose data are there
   * @throws ExperimentException if an experiment cannot be run
   */
  public Reproduced run(Reproduction reproduction, Variant variant)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Path experiment = experiment(variant);
    List<Reproduced.Row> rows = new ArrayList<>();
    for (Reproduction.Row row : reproduction.rows()) {
      if (row.skip() != null) {
        rows.add(new Reproduced.Row(row, null, null, row.skip()));
        continue;
      }
      Measured ours =
          measure(reproduction, variant, row, reproduction.published(), Map.of(), experiment);
      Protocol honest = reproduction.honest();
      Measured truth =
          honest == null
              ? null
              : measure(reproduction, variant, row, honest, variant.honest(), experiment);
      rows.add(new Reproduced.Row(row, ours, truth, ""));
    }
    return new Reproduced(reproduction, variant, quick, rows);
  }

  /** Runs read files, and come to know nothing of where their experiment came from. */
  private Path experiment(Variant variant) throws IOException {
    Path folder = Files.createDirectories(options.workspace().resolve("reproductions"));
    Path file = folder.resolve(variant.experiment() + ".yaml");
    Files.writeString(file, Reproductions.experiment(variant.experiment()));
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
    MeasuredFiles kept =
        new MeasuredFiles(options.workspace().resolve("reproductions").resolve(reproduction.id()));
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
