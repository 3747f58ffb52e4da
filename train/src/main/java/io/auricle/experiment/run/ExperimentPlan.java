package io.auricle.experiment.run;

import io.auricle.dataset.DatasetException;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.experiment.trainer.ModelTrainer;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What an experiment would learn from and be measured on, before anything of it is analysed.
 *
 * @param labels in the order of the scores; tags as found in the data
 * @param sources in the order of the experiment; none for an ensemble, whose members have them
 */
public record ExperimentPlan(List<String> labels, List<PlannedSource> sources) {
  /**
   * A source of tracks.
   *
   * @param dataset its name
   * @param path folder or file
   * @param split the rule of its split, in words
   * @param leaky whether songs or artists may be on two sides
   * @param tracks number of tracks by part
   * @param byLabel number of tracks with each label, by part, in the order of the labels
   * @param otherLabels number of tracks left out because none of the labels is theirs
   * @param warnings what is to be known of the files
   */
  public record PlannedSource(
      String dataset,
      String path,
      String split,
      boolean leaky,
      Map<Part, Integer> tracks,
      Map<Part, List<Integer>> byLabel,
      int otherLabels,
      List<String> warnings) {
    public PlannedSource {
      warnings = List.copyOf(warnings);
      tracks = Collections.unmodifiableMap(new EnumMap<>(tracks));
      byLabel = Collections.unmodifiableMap(new EnumMap<>(byLabel));
    }

    /** The number of tracks of a part that have a label. */
    public int count(Part part, int label) {
      return byLabel.containsKey(part) ? byLabel.get(part).get(label) : 0;
    }

    private static PlannedSource of(SourcePlan plan, int labels) {
      Map<Part, Integer> tracks = new EnumMap<>(Part.class);
      Map<Part, List<Integer>> byLabel = new EnumMap<>(Part.class);
      for (SourcePlan.Entry entry : plan.entries()) {
        tracks.merge(entry.part(), 1, Integer::sum);
        List<Integer> counts =
            byLabel.computeIfAbsent(
                entry.part(), part -> new ArrayList<>(Collections.nCopies(labels, 0)));
        entry.answer().indices().forEach(label -> counts.set(label, counts.get(label) + 1));
      }
      return new PlannedSource(
          plan.options().dataset(),
          plan.options().path(),
          plan.split().origin(),
          plan.split().leaky(),
          tracks,
          byLabel,
          plan.otherLabels().values().stream().mapToInt(n -> n).sum(),
          plan.warnings());
    }
  }

  public ExperimentPlan {
    labels = List.copyOf(labels);
    sources = List.copyOf(sources);
  }

  /**
   * Finds the tracks and refuses what a run would refuse: leaks, and labels that cannot be learned.
   *
   * @param loader of the experiment
   * @param trainer of its model
   */
  static ExperimentPlan of(SourceLoader loader, ModelTrainer trainer)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    Experiment experiment = loader.experiment();
    List<SourcePlan> plans = loader.plans();
    trainer.check(plans);
    SourcePlan.requireEachLabel(plans, experiment.labels(), Part.TRAIN);
    int labels = experiment.labels().size();
    return new ExperimentPlan(
        experiment.labels(), plans.stream().map(plan -> PlannedSource.of(plan, labels)).toList());
  }
}
