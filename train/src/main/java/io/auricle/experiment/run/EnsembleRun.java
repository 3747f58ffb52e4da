package io.auricle.experiment.run;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.Ensemble;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.EnsembleRecipe;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.task.Measured;
import io.auricle.experiment.task.Scored;
import io.auricle.experiment.task.Task;
import io.auricle.experiment.task.Temperature;
import io.auricle.predict.ScoreRule;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Puts earlier runs together, choosing weights and temperature on their validation scores. */
final class EnsembleRun {
  /** Weights are tried in steps of one over this. */
  private static final int STEPS = 10;

  /** How often weights and temperature are fitted anew to score what they are not fitted on. */
  private static final int FITS = 5;

  private final Experiment experiment;
  private final EnsembleRecipe recipe;
  private final RunFolder folder;
  private final RunListener listener;
  private final Task task;

  EnsembleRun(
      Experiment experiment, EnsembleRecipe recipe, RunFolder folder, RunListener listener) {
    this.experiment = experiment;
    this.recipe = recipe;
    this.folder = folder;
    this.listener = listener;
    this.task = experiment.task();
  }

  Map<String, Object> run() throws ExperimentException, DatasetException, IOException {
    List<Bundle> bundles = new ArrayList<>();
    List<List<Scored>> scores = new ArrayList<>();
    Set<Boolean> folds = new TreeSet<>();
    for (EnsembleRecipe.Member member : recipe.members()) {
      RunFolder run = new RunFolder(Path.of(member.run()));
      bundles.add(Bundle.read(run.model()));
      scores.add(ScoreTable.read(run.scores(), experiment.labels()));
      folds.add(isOutOfFold(run));
    }
    boolean outOfFold = !folds.contains(false);
    JointScores said = JointScores.of(recipe, scores);
    JointScores validation = said.only(track -> track.part() == Part.VALIDATION);
    Fit fit = fit(validation);
    List<Scored> judged = outOfFold ? crossFitted(validation) : fit.of(validation);
    fit =
        new Fit(
            recipe.combination(),
            fit.weights(),
            task.decided(fit.options(), judged, listener::said));
    ModelCard card = card(bundles, fit);
    BundleWriter.write(folder.model(), card, used(bundles, fit));
    List<Scored> scored = scored(said, judged, fit);
    ScoreTable.write(folder.scores(), experiment.labels(), scored);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("weights", fit.weights());
    Measured measured = task.measured(card.scores(), scored, outOfFold, listener::said);
    facts.putAll(measured.facts());
    card = card.withMeasured(measured.metrics(), measured.confusions());
    BundleWriter.write(folder.model(), card, used(bundles, fit));
    return facts;
  }

  /** Whether what a run scored was scored fold by fold; not known without its experiment. */
  private static boolean isOutOfFold(RunFolder run) throws ExperimentException {
    return Files.exists(run.experiment())
        && ExperimentReader.read(run.experiment(), Map.of()).recipe()
            instanceof TrainedRecipe recipe
        && recipe.outOfFold() != null;
  }

  /**
   * What is chosen on validation tracks.
   *
   * @param weights of all members, 0 for those that have no say
   */
  private record Fit(Combination combination, List<Double> weights, ScoreOptions options) {
    List<Scored> of(JointScores said) {
      return said.by(ScoreRule.of(combination, options), weights);
    }
  }

  private Fit fit(JointScores validation) {
    ScoreOptions plain = task.plain();
    ScoreRule rule = ScoreRule.of(recipe.combination(), plain);
    List<Double> weights = weights(validation, rule);
    if (!experiment.calibrate()) {
      return new Fit(recipe.combination(), weights, plain);
    }
    Temperature temperature = Temperature.fit(validation.by(rule, weights), task);
    return new Fit(recipe.combination(), weights, plain.withTemperature(temperature.value()));
  }

  /** Those given or, of all combinations in steps, those with the lowest validation loss. */
  private List<Double> weights(JointScores validation, ScoreRule rule) {
    if (!recipe.fitWeights()) {
      return recipe.members().stream().map(EnsembleRecipe.Member::weight).toList();
    }
    List<Double> best = Collections.nCopies(recipe.members().size(), 1.0);
    double lowest = Double.POSITIVE_INFINITY;
    for (List<Double> weights : shares(recipe.members().size(), STEPS)) {
      List<Scored> together = validation.by(rule, weights);
      double loss = Temperature.fit(together, task).logLoss(together);
      if (loss < lowest) {
        lowest = loss;
        best = weights;
      }
    }
    return best;
  }

  private static List<List<Double>> shares(int members, int steps) {
    if (members == 1) {
      return List.of(List.of((double) steps / STEPS));
    }
    List<List<Double>> all = new ArrayList<>();
    for (int share = 0; share <= steps; share++) {
      for (List<Double> rest : shares(members - 1, steps - share)) {
        List<Double> weights = new ArrayList<>(List.of((double) share / STEPS));
        weights.addAll(rest);
        all.add(weights);
      }
    }
    return all;
  }

  /**
   * Each validation track as weights and temperature make of it that were fitted without its group,
   * so that all figures are of tracks that nothing was fitted on.
   */
  private List<Scored> crossFitted(JointScores validation) {
    Scored[] fitted = new Scored[validation.members().get(0).size()];
    for (int fold = 0; fold < FITS; fold++) {
      int left = fold;
      List<Scored> tracks = fit(validation.only(track -> fold(track) != left)).of(validation);
      for (int t = 0; t < fitted.length; t++) {
        if (fold(tracks.get(t)) == fold) {
          fitted[t] = tracks.get(t);
        }
      }
    }
    return List.of(fitted);
  }

  /** Which of the fits leaves a track out: the same for all of its group. */
  private static int fold(Scored track) {
    return Math.floorMod(track.group().hashCode(), FITS);
  }

  private ModelCard card(List<Bundle> bundles, Fit fit) {
    List<Ensemble.Member> members = new ArrayList<>();
    for (int i = 0; i < bundles.size(); i++) {
      if (fit.weights().get(i) > 0) {
        String name = bundles.get(i).card().about().name();
        members.add(new Ensemble.Member(name, fit.weights().get(i)));
      }
    }
    return ModelCard.ensemble(
        experiment.about(),
        experiment.labels(),
        new Ensemble(recipe.combination(), members),
        fit.options(),
        Training.of(experiment.seed(), bundles.get(0).card().training().data()));
  }

  private static <T> List<T> used(List<T> members, Fit fit) {
    return IntStream.range(0, members.size())
        .filter(i -> fit.weights().get(i) > 0)
        .mapToObj(members::get)
        .toList();
  }

  /** All tracks as the written bundle answers for them, those of the validation part as judged. */
  private List<Scored> scored(JointScores said, List<Scored> judged, Fit fit)
      throws BundleException {
    ModelCard card = Bundle.read(folder.model()).card();
    List<Double> weights =
        ((Ensemble) card.kind()).members().stream().map(Ensemble.Member::weight).toList();
    JointScores members = new JointScores(used(said.members(), fit));
    Iterator<Scored> fitted = judged.iterator();
    return members.by(ScoreRule.of(card), weights).stream()
        .map(track -> track.part() == Part.VALIDATION ? fitted.next() : track)
        .toList();
  }
}
