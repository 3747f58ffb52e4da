package io.auricle.experiment.run;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.Ensemble;
import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.ScoreOptions.Output;
import io.auricle.bundle.Training;
import io.auricle.bundle.Training.Confusion;
import io.auricle.bundle.Training.Metric;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.EnsembleRecipe;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.TagOptions;
import io.auricle.experiment.score.CertaintyFit;
import io.auricle.experiment.score.Measurement;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.score.Scored;
import io.auricle.experiment.score.TagScores;
import io.auricle.experiment.score.Temperature;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

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
  private final @Nullable TagOptions tags;

  EnsembleRun(
      Experiment experiment, EnsembleRecipe recipe, RunFolder folder, RunListener listener) {
    this.experiment = experiment;
    this.recipe = recipe;
    this.folder = folder;
    this.listener = listener;
    this.tags = experiment.tags();
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
    scores = common(scores);
    boolean outOfFold = !folds.contains(false);
    List<List<Scored>> validation = only(scores, track -> track.part() == Part.VALIDATION);
    List<Double> weights = weights(validation);
    Temperature temperature = temperature(validation, weights);
    List<Scored> joined = joined(scores, weights, temperature);
    if (outOfFold) {
      crossFit(joined, scores);
    }
    ScoreTable.write(folder.scores(), experiment.labels(), joined);
    ScoreOptions options = tags != null ? new ScoreOptions(Output.TAGS, 1) : ScoreOptions.PLAIN;
    options = options.withTemperature(temperature.value());
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("weights", weights);
    List<Scored> judged = only(List.of(joined), t -> t.part() == Part.VALIDATION).get(0);
    if (tags != null) {
      options = TagScores.withThresholds(options, tags, experiment.labels(), judged);
      Measurement.OfTags measured = Measurement.ofTags(experiment.labels(), options, joined);
      facts.put("metrics", measured.metrics());
      facts.put("tagsWithoutArea", measured.withoutArea());
      measured.sayWithoutArea(listener);
      write(bundles, weights, options, measured.metrics(), List.of());
    } else {
      options = CertaintyFit.fitted(options, judged, experiment.certainty(), listener);
      Measurement.OfLabels measured =
          Measurement.of(experiment.labels(), options, joined, outOfFold);
      facts.putAll(measured.facts());
      write(bundles, weights, options, measured.metrics(), measured.confusions());
    }
    return facts;
  }

  /** Whether what a run scored was scored fold by fold; not known without its experiment. */
  private static boolean isOutOfFold(RunFolder run) throws ExperimentException {
    return Files.exists(run.experiment())
        && ExperimentReader.read(run.experiment(), Map.of()).outOfFold() != null;
  }

  private void write(
      List<Bundle> bundles,
      List<Double> weights,
      ScoreOptions options,
      List<Metric> metrics,
      List<Confusion> confusions)
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
    Training training =
        new Training(
            experiment.seed(), bundles.get(0).card().training().data(), metrics, confusions);
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
   * all members; what one of them knows from its own choice is for choices here, too. Groups are
   * those of the first member, so that a track is left out of a fit in all members or in none.
   *
   * @throws ExperimentException if there is none, or members were told different things of one
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
      Scored track = said.get(0).in(test ? Part.TEST : Part.VALIDATION);
      for (int m = 0; m < said.size(); m++) {
        if (!said.get(m).answer().given().equals(track.answer().given())) {
          throw new ExperimentException(
              "%s: %s has other labels in %s; members must be trained on the same labels"
                  .formatted(recipe.members().get(m).run(), key, recipe.members().get(0).run()));
        }
        common.get(m).add(track.withScores(said.get(m).scores()));
      }
    }
    return common;
  }

  /**
   * Puts in the place of each validation track what weights and temperature make of it that were
   * fitted without its group, so that all figures are of tracks that nothing was fitted on.
   */
  private void crossFit(List<Scored> joined, List<List<Scored>> scores) {
    for (int fold = 0; fold < FITS; fold++) {
      int left = fold;
      List<List<Scored>> others = only(scores, t -> t.part() == Part.VALIDATION && fit(t) != left);
      List<Double> weights = weights(others);
      List<Scored> fitted = joined(scores, weights, temperature(others, weights));
      for (int t = 0; t < joined.size(); t++) {
        if (joined.get(t).part() == Part.VALIDATION && fit(joined.get(t)) == fold) {
          joined.set(t, fitted.get(t));
        }
      }
    }
  }

  /** Which of the fits leaves a track out: the same for all of its group. */
  private static int fit(Scored track) {
    return Math.floorMod(track.group().hashCode(), FITS);
  }

  private static List<List<Scored>> only(List<List<Scored>> scores, Predicate<Scored> wanted) {
    return scores.stream().map(member -> member.stream().filter(wanted).toList()).toList();
  }

  private Temperature temperature(List<List<Scored>> validation, List<Double> weights) {
    return experiment.calibrate()
        ? Temperature.fit(joined(validation, weights, plain()), tags != null)
        : plain();
  }

  /** A temperature that changes nothing. */
  private Temperature plain() {
    return new Temperature(1, tags != null);
  }

  /** Those given or, of all combinations in steps, those with the lowest validation loss. */
  private List<Double> weights(List<List<Scored>> validation) {
    if (!recipe.fitWeights()) {
      return recipe.members().stream().map(EnsembleRecipe.Member::weight).toList();
    }
    List<Double> best = new ArrayList<>(Collections.nCopies(validation.size(), 1.0));
    double lowest = Double.POSITIVE_INFINITY;
    for (List<Double> weights : shares(validation.size(), STEPS)) {
      List<Scored> joined = joined(validation, weights, plain());
      double loss = Temperature.fit(joined, tags != null).logLoss(joined);
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

  private List<Scored> joined(
      List<List<Scored>> scores, List<Double> weights, Temperature temperature) {
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
      List<Double> tempered = temperature.value() == 1 ? mean : temperature.of(mean);
      joined.add(scores.get(0).get(t).withScores(tempered));
    }
    return joined;
  }
}
