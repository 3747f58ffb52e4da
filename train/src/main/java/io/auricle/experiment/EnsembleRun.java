package io.auricle.experiment;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.Ensemble;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training;
import io.auricle.bundle.Training.DataUse;
import io.auricle.bundle.Training.Metric;
import io.auricle.dataset.DatasetException;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Puts earlier runs together, choosing weights and temperature on their validation scores. */
final class EnsembleRun {
  /** Weights are tried in steps of one over this. */
  private static final int STEPS = 10;

  private final Experiment experiment;
  private final EnsembleRecipe recipe;
  private final RunFolder folder;

  EnsembleRun(Experiment experiment, EnsembleRecipe recipe, RunFolder folder) {
    this.experiment = experiment;
    this.recipe = recipe;
    this.folder = folder;
  }

  Map<String, Object> run() throws ExperimentException, DatasetException, IOException {
    List<Bundle> bundles = new ArrayList<>();
    List<List<Scored>> scores = new ArrayList<>();
    for (EnsembleRecipe.Member member : recipe.members()) {
      RunFolder run = new RunFolder(Path.of(member.run()));
      bundles.add(Bundle.read(run.model()));
      scores.add(ScoreTable.read(run.scores(), experiment.labels()));
    }
    scores = common(scores);
    List<Double> weights =
        recipe.fitWeights()
            ? fit(scores)
            : recipe.members().stream().map(EnsembleRecipe.Member::weight).toList();
    List<Scored> joined = joined(scores, weights);
    ScoreOptions options = ScoreOptions.PLAIN;
    if (experiment.calibrate()) {
      double temperature =
          Temperature.fit(joined.stream().filter(t -> t.part() == Part.VALIDATION).toList());
      options = options.withTemperature(temperature);
      joined.replaceAll(track -> track.withScores(Temperature.apply(track.scores(), temperature)));
    }
    ScoreTable.write(folder.scores(), experiment.labels(), joined);
    List<Metric> metrics = Measurement.of(experiment.labels(), joined, false);
    write(bundles, weights, options, metrics);
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("weights", weights);
    facts.put("metrics", metrics);
    return facts;
  }

  /** What any of the members learned from. */
  private static List<DataUse> data(List<Bundle> bundles) {
    return bundles.stream()
        .flatMap(bundle -> bundle.card().training().data().stream())
        .filter(use -> use.tracks().containsKey(Part.TRAIN.title()))
        .distinct()
        .toList();
  }

  private void write(
      List<Bundle> bundles, List<Double> weights, ScoreOptions options, List<Metric> metrics)
      throws IOException {
    List<Ensemble.Member> members = new ArrayList<>();
    List<Bundle> used = new ArrayList<>();
    for (int i = 0; i < bundles.size(); i++) {
      if (weights.get(i) > 0) {
        String name = bundles.get(i).card().about().name();
        members.add(new Ensemble.Member(name, weights.get(i)));
        used.add(bundles.get(i));
      }
    }
    Training training = new Training(experiment.seed(), data(bundles), metrics);
    ModelCard card =
        ModelCard.ensemble(
            experiment.about(),
            experiment.labels(),
            new Ensemble(recipe.combination(), members),
            options,
            training);
    BundleWriter.write(folder.model(), card, used);
  }

  /**
   * The tracks that no member has learned from, in the order of the first. Test tracks are those of
   * all members; what one of them knows from its own choice is for choices here, too.
   */
  private List<List<Scored>> common(List<List<Scored>> scores) throws ExperimentException {
    List<Map<String, Scored>> members = new ArrayList<>();
    for (List<Scored> member : scores) {
      Map<String, Scored> tracks = new LinkedHashMap<>();
      member.forEach(track -> tracks.put(track.dataset() + " " + track.id(), track));
      members.add(tracks);
    }
    Set<String> keys = new LinkedHashSet<>(members.get(0).keySet());
    members.forEach(member -> keys.retainAll(member.keySet()));
    if (keys.isEmpty()) {
      throw new ExperimentException(
          "no track was scored by all of %s; members must have validation or test tracks in common"
              .formatted(recipe.members().stream().map(EnsembleRecipe.Member::run).toList()));
    }
    List<List<Scored>> common = new ArrayList<>();
    members.forEach(member -> common.add(new ArrayList<>()));
    for (String key : keys) {
      List<Scored> said = new ArrayList<>();
      members.forEach(member -> said.add(Objects.requireNonNull(member.get(key))));
      boolean test = said.stream().allMatch(track -> track.part() == Part.TEST);
      for (int m = 0; m < said.size(); m++) {
        common.get(m).add(said.get(m).in(test ? Part.TEST : Part.VALIDATION));
      }
    }
    return common;
  }

  /** All combinations of weights in steps, the one with the lowest validation loss. */
  private List<Double> fit(List<List<Scored>> scores) {
    List<Double> best = new ArrayList<>(Collections.nCopies(scores.size(), 1.0));
    double lowest = Double.POSITIVE_INFINITY;
    for (List<Double> weights : shares(scores.size(), STEPS)) {
      List<Scored> validation =
          joined(scores, weights).stream().filter(t -> t.part() == Part.VALIDATION).toList();
      double loss = Temperature.logLoss(validation, Temperature.fit(validation));
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

  private List<Scored> joined(List<List<Scored>> scores, List<Double> weights) {
    double total = weights.stream().mapToDouble(weight -> weight).sum();
    List<Scored> joined = new ArrayList<>();
    for (int t = 0; t < scores.get(0).size(); t++) {
      List<Double> mean = new ArrayList<>(Collections.nCopies(experiment.labels().size(), 0.0));
      for (int m = 0; m < scores.size(); m++) {
        List<Double> own = scores.get(m).get(t).scores();
        int first = own.indexOf(Collections.max(own));
        double share = weights.get(m) / total;
        for (int i = 0; i < mean.size(); i++) {
          boolean vote = recipe.combination() == Combination.VOTE;
          double score = vote ? (i == first ? 1 : 0) : own.get(i);
          mean.set(i, mean.get(i) + share * score);
        }
      }
      joined.add(scores.get(0).get(t).withScores(mean));
    }
    return joined;
  }
}
