package io.auricle.experiment.run;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.Training.Metric;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One experiment with several seeds: what of a figure is chance. */
public final class Repetition {
  private Repetition() {}

  /**
   * A figure over all runs.
   *
   * @param metric its name
   * @param dataset of the source
   * @param split the part it was measured on
   * @param values of the runs, in the order of the seeds
   */
  public record Spread(String metric, String dataset, String split, List<Double> values) {
    public Spread {
      values = List.copyOf(values);
    }

    public double mean() {
      return values.stream().mapToDouble(value -> value).average().orElse(Double.NaN);
    }

    /** Standard deviation of the sample, with n - 1; 0 for a single run. */
    public double deviation() {
      if (values.size() < 2) {
        return 0;
      }
      double mean = mean();
      double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
      return Math.sqrt(squares / (values.size() - 1));
    }
  }

  /**
   * What came out.
   *
   * @param runs a folder for each seed
   * @param spreads every metric on every part
   */
  public record Result(List<RunFolder> runs, List<Spread> spreads) {
    public Result {
      runs = List.copyOf(runs);
      spreads = List.copyOf(spreads);
    }
  }

  /**
   * Runs an experiment once for each seed, given as the setting of the same name.
   *
   * @throws ExperimentException as {@link Experiments#run}
   */
  public static Result run(
      Path file, Map<String, String> settings, List<Long> seeds, RunOptions options)
      throws ExperimentException, IOException, InterruptedException {
    List<RunFolder> runs = new ArrayList<>();
    Map<List<String>, List<Double>> values = new LinkedHashMap<>();
    for (long seed : seeds) {
      options.listener().said("seed " + seed);
      Map<String, String> own = new LinkedHashMap<>(settings);
      own.put("seed", Long.toString(seed));
      RunFolder run = Experiments.run(file, own, options);
      runs.add(run);
      for (Metric metric : Bundle.read(run.model()).card().training().metrics()) {
        values
            .computeIfAbsent(
                List.of(metric.name(), metric.dataset(), metric.split()), k -> new ArrayList<>())
            .add(metric.value());
      }
    }
    List<Spread> spreads = new ArrayList<>();
    values.forEach((k, v) -> spreads.add(new Spread(k.get(0), k.get(1), k.get(2), v)));
    return new Result(runs, spreads);
  }
}
