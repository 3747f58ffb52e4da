package io.auricle.tune;

import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunOptions;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.run.CrossValidation;
import io.auricle.experiment.run.Surroundings;
import io.auricle.folder.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Searches for the settings of an experiment that score best in cross-validation on its training
 * and validation tracks. The same search and data give the same trials and scores with any number
 * of threads.
 */
public final class Tuner {
  private final Search search;
  private final Path experiment;
  private final Map<String, String> settings;
  private final RunOptions options;

  private Tuner(Search search, Path experiment, Map<String, String> settings, RunOptions options) {
    this.search = search;
    this.experiment = experiment;
    this.settings = settings;
    this.options = options;
  }

  /**
   * What a search found.
   *
   * @param search as read
   * @param folder where everything is
   * @param trials best first
   */
  public record Result(Search search, TuneFolder folder, List<Trial> trials) {
    public Result {
      trials = List.copyOf(trials);
    }
  }

  /**
   * Runs a search into a new folder of {@code runs/}.
   *
   * @param file the search
   * @param settings for the experiment, variables and changed values
   * @param threads trials of classical models at once; networks are trained one at a time
   * @throws ExperimentException if the search, the experiment with any trial's settings or the data
   *     are wrong, before anything is trained; or if every trial fails
   */
  public static Result run(Path file, Map<String, String> settings, RunOptions options, int threads)
      throws ExperimentException, IOException, InterruptedException {
    Search search = Search.read(file);
    Path experiment = file.toAbsolutePath().resolveSibling(search.experiment());
    Map<String, String> all = new LinkedHashMap<>(search.set());
    all.putAll(settings);
    all.putIfAbsent("here", String.valueOf(experiment.normalize().getParent()));
    Tuner tuner = new Tuner(search, experiment, all, options);
    List<Experiment> variants = tuner.variants(tuner.candidates(file));
    CrossValidation folds = CrossValidation.of(variants, search.folds(), tuner.quiet());
    String name = "tune-" + String.valueOf(file.getFileName()).replaceAll("\\.ya?ml$", "");
    TuneFolder folder =
        new TuneFolder(
            RunFolder.create(
                    options.workspace().resolve("runs"),
                    name,
                    LocalDateTime.now(ZoneId.systemDefault()))
                .path());
    Files.copy(file, folder.search());
    Files.copy(experiment, folder.experiment());
    folder.writeStart(new TuneFolder.Start(all, folds.hash(), Surroundings.facts()));
    return tuner.run(tuner.candidates(file), variants, folds, folder, threads);
  }

  /**
   * Goes on with a search that was ended; finished folds are not trained again.
   *
   * @throws ExperimentException as {@link #run}, or if the folder is none of a search or the data
   *     have changed
   */
  public static Result resume(Path path, RunOptions options, int threads)
      throws ExperimentException, IOException, InterruptedException {
    TuneFolder folder = new TuneFolder(path);
    Search search = Search.read(folder.search());
    TuneFolder.Start start = folder.readStart();
    Tuner tuner = new Tuner(search, folder.experiment(), start.settings(), options);
    List<Map<String, Object>> candidates = tuner.candidates(folder.search());
    List<Experiment> variants = tuner.variants(candidates);
    CrossValidation folds = CrossValidation.of(variants, search.folds(), tuner.quiet());
    if (!folds.hash().equals(start.folds())) {
      throw new ExperimentException(
          path + ": the tracks are others than when the search began; begin anew");
    }
    return tuner.run(candidates, variants, folds, folder, threads);
  }

  /** Only lines about trials are said, not those about epochs. */
  private RunOptions quiet() {
    return new RunOptions(options.workspace(), options.device(), line -> {});
  }

  private List<Map<String, Object>> candidates(Path file) throws ExperimentException {
    try {
      return Candidates.of(search);
    } catch (IllegalArgumentException e) {
      throw new ExperimentException(file + ": " + e.getMessage(), e);
    }
  }

  private List<Experiment> variants(List<Map<String, Object>> candidates)
      throws ExperimentException {
    List<Experiment> variants = new ArrayList<>();
    for (Map<String, Object> candidate : candidates) {
      variants.add(variant(candidate, Map.of()));
    }
    return variants;
  }

  private Experiment variant(Map<String, Object> candidate, Map<String, String> more)
      throws ExperimentException {
    Map<String, String> all = new LinkedHashMap<>(settings);
    all.putAll(TuneFolder.texts(candidate));
    all.putAll(more);
    return ExperimentReader.read(experiment, all);
  }

  private Result run(
      List<Map<String, Object>> candidates,
      List<Experiment> variants,
      CrossValidation folds,
      TuneFolder folder,
      int threads)
      throws ExperimentException, IOException, InterruptedException {
    boolean networks = variants.stream().anyMatch(variant -> epochs(variant) > 0);
    options
        .listener()
        .said(
            "%d trials on %d folds of %d tracks in %s"
                .formatted(
                    candidates.size(), search.folds().count(), folds.trackCount(), folder.path()));
    Trials trials = new Trials(candidates, folder);
    new TrialSchedule(search, trials, scorer(variants, folds, folder), networks ? 1 : threads)
        .run();
    List<Trial> ranked = Trials.ranked(trials.all(), search.metric());
    Trial best = ranked.get(0);
    TrialTable.write(folder.table(), ranked);
    FolderTree.remove(folder.path().resolve("work"));
    if (best.status() != Trial.Status.DONE) {
      throw new ExperimentException(
          "%s: every trial failed; the first: %s".formatted(folder.trials(), best.reason()));
    }
    Files.writeString(
        folder.best(),
        head(best, folder) + ExperimentReader.write(variants.get(best.number() - 1)));
    return new Result(search, folder, ranked);
  }

  /** Epochs of a network; 0 for what is trained at once. */
  private static int epochs(Experiment variant) {
    return variant.recipe() instanceof TrainedRecipe recipe ? recipe.model().epochs() : 0;
  }

  private String head(Trial best, TuneFolder folder) {
    Double deviation = best.deviation();
    return String.format(
        Locale.ROOT,
        "# Trial %d of %s: %s %.4f +- %.4f over %d folds of the training and validation tracks.%n",
        best.number(),
        folder.path().getFileName(),
        search.metric().title(),
        Trial.mean(best.best()),
        deviation == null ? 0 : deviation,
        best.best().size());
  }

  private TrialSchedule.Scorer scorer(
      List<Experiment> variants, CrossValidation folds, TuneFolder folder) {
    return new TrialSchedule.Scorer() {
      @Override
      public int epochs(Trial trial) {
        return Tuner.epochs(variants.get(trial.number() - 1));
      }

      @Override
      public double score(Trial trial, int fold, int epochs)
          throws ExperimentException, IOException {
        Experiment variant =
            epochs == epochs(trial)
                ? variants.get(trial.number() - 1)
                : variant(
                    trial.settings(),
                    Map.of("model.network.training.length.epochs", Integer.toString(epochs)));
        Path work = folder.work(trial.number(), fold, epochs);
        // A kill may have left half of one; what a network goes on from lies beside it.
        FolderTree.remove(work.resolve("model"));
        double score = folds.score(variant, fold - 1, search.metric(), work);
        FolderTree.remove(work);
        return score;
      }

      @Override
      public void ended(Trial trial) {
        options.listener().said(line(trial, variants.size()));
      }
    };
  }

  /** For instance {@code trial 3 of 30: 0.6120 +- 0.0210 over 5 folds, 1.2 s}. */
  private static String line(Trial trial, int count) {
    Double deviation = trial.deviation();
    return String.format(
        Locale.ROOT,
        "trial %d of %d: %.4f +- %.4f over %d folds, %.1f s%s",
        trial.number(),
        count,
        Trial.mean(trial.best()),
        deviation == null ? 0 : deviation,
        trial.best().size(),
        trial.seconds(),
        trial.reason() == null ? "" : ": " + trial.reason());
  }
}
