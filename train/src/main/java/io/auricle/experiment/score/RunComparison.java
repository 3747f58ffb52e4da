package io.auricle.experiment.score;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.Training.DataUse;
import io.auricle.dataset.DatasetException;
import io.auricle.eval.Judged;
import io.auricle.eval.metric.Comparison;
import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.scored.ScoredItems;
import io.auricle.experiment.RunFolder;
import io.auricle.label.Label;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Runs side by side on the tracks of one part of a data set that all of them have scored.
 *
 * @param dataset name of the data set
 * @param part validation or test
 * @param tracks how many tracks all runs have scored
 * @param runs at least two, the first being what the others are held against
 */
public record RunComparison(String dataset, Part part, int tracks, List<Run> runs) {
  private static final String LEAKY = "(leaky)";

  public RunComparison {
    runs = List.copyOf(runs);
  }

  /**
   * One run.
   *
   * @param name of its folder
   * @param split the split it was made on, in words
   * @param splitHash of the split's content
   * @param scored how many tracks of the part it has scored
   * @param evaluation on the common tracks
   * @param against this run against the first; null for the first itself
   */
  public record Run(
      String name,
      String split,
      String splitHash,
      int scored,
      Evaluation evaluation,
      @Nullable Comparison against) {
    /** Whether its split lets a recording or artist be on two sides. */
    public boolean leaky() {
      return split.endsWith(LEAKY);
    }
  }

  /** What a reader has to know before believing the figures; empty if all is well. */
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>();
    Set<String> hashes = runs.stream().map(Run::splitHash).collect(Collectors.toSet());
    if (hashes.size() > 1) {
      warnings.add(
          "the runs are on different splits, so one may have learned from tracks like those of"
              + " another's test: "
              + runs.stream()
                  .map(run -> run.name() + " " + run.splitHash())
                  .collect(Collectors.joining(", ")));
    }
    for (Run run : runs) {
      if (run.leaky()) {
        warnings.add(run.name() + " is on a leaky split: better than the truth");
      }
      if (run.scored() > tracks) {
        warnings.add(
            "only the %d tracks that all runs have scored count, of %d of %s"
                .formatted(tracks, run.scored(), run.name()));
      }
    }
    return warnings;
  }

  /**
   * Compares run folders, one comparison a data set.
   *
   * @param folders at least two
   * @throws DatasetException if a run has no scores, they differ in labels or in what is true of a
   *     track, or they have no data set or track in common
   */
  public static List<RunComparison> of(List<Path> folders, Part part, EvaluationOptions options)
      throws DatasetException, IOException {
    List<List<RunScores>> scores = new ArrayList<>();
    for (Path folder : folders) {
      scores.add(
          RunScores.read(new RunFolder(folder)).stream().filter(s -> s.part() == part).toList());
    }
    Set<String> datasets = new TreeSet<>();
    scores.get(0).forEach(own -> datasets.add(own.dataset()));
    scores.forEach(own -> datasets.retainAll(own.stream().map(RunScores::dataset).toList()));
    if (datasets.isEmpty()) {
      throw new DatasetException(
          folders.get(0), "no data set's part " + part.title() + " was scored by all runs");
    }
    List<RunComparison> comparisons = new ArrayList<>();
    for (String dataset : datasets) {
      List<RunScores> own =
          scores.stream()
              .map(all -> all.stream().filter(s -> s.dataset().equals(dataset)).findFirst())
              .map(found -> found.orElseThrow())
              .toList();
      comparisons.add(of(folders, own, options));
    }
    return comparisons;
  }

  private static RunComparison of(
      List<Path> folders, List<RunScores> scores, EvaluationOptions options)
      throws DatasetException, IOException {
    RunScores first = scores.get(0);
    List<Label> classes = first.judged().items().classes();
    Set<String> common = new LinkedHashSet<>(ids(first.judged().items()));
    for (RunScores other : scores) {
      common.retainAll(new LinkedHashSet<>(ids(other.judged().items())));
    }
    if (common.isEmpty()) {
      throw new DatasetException(
          folders.get(0), "no track of " + first.dataset() + " was scored by all runs");
    }
    List<String> ids = List.copyOf(common);
    List<Run> runs = new ArrayList<>();
    for (int r = 0; r < scores.size(); r++) {
      Path folder = folders.get(r);
      try {
        Judged own = scores.get(r).judged().select(ids, classes);
        Comparison against =
            r == 0 ? null : own.against(first.judged().select(ids, classes), options);
        List<DataUse> uses =
            Bundle.read(new RunFolder(folder).model()).card().training().data().stream()
                .filter(use -> use.dataset().equals(first.dataset()))
                .toList();
        runs.add(
            new Run(
                String.valueOf(folder.toAbsolutePath().normalize().getFileName()),
                uses.stream().map(DataUse::split).distinct().collect(Collectors.joining("; ")),
                uses.stream().map(DataUse::splitHash).distinct().collect(Collectors.joining("; ")),
                scores.get(r).judged().items().size(),
                own.evaluate(options),
                against));
      } catch (IllegalArgumentException e) {
        throw new DatasetException(
            folder, "cannot be held against %s: %s".formatted(folders.get(0), e.getMessage()));
      }
    }
    return new RunComparison(first.dataset(), first.part(), ids.size(), runs);
  }

  private static List<String> ids(ScoredItems items) {
    return IntStream.range(0, items.size()).mapToObj(items::id).toList();
  }
}
