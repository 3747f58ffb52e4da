package io.auricle.experiment.run;

import io.auricle.experiment.EnsembleRecipe;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.task.Scored;
import io.auricle.predict.ScoreRule;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What the members of an ensemble say of the same tracks.
 *
 * @param members of each its scores, track by track
 */
record JointScores(List<List<Scored>> members) {
  JointScores {
    members = members.stream().map(List::copyOf).toList();
  }

  /**
   * The tracks that no member has learned from, in the order of the first. Test tracks are those of
   * all members; what one of them knows from its own choice is for choices here, too. Groups are
   * those of the first member, so that a track is left out of a fit in all members or in none.
   *
   * @param scores of each member
   * @throws ExperimentException if there is none, or members were told different things of one
   */
  static JointScores of(EnsembleRecipe recipe, List<List<Scored>> scores)
      throws ExperimentException {
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
    return new JointScores(common);
  }

  /** The tracks that are wanted. */
  JointScores only(Predicate<Scored> wanted) {
    return new JointScores(
        members.stream().map(member -> member.stream().filter(wanted).toList()).toList());
  }

  /**
   * The tracks as members with these weights answer for them together.
   *
   * @param weights of all members; who has none has no say
   */
  List<Scored> by(ScoreRule rule, List<Double> weights) {
    List<Scored> together = new ArrayList<>();
    for (int t = 0; t < members.get(0).size(); t++) {
      List<double[]> said = new ArrayList<>();
      for (List<Scored> member : members) {
        said.add(member.get(t).scores().stream().mapToDouble(score -> score).toArray());
      }
      double[] scores = rule.scores(said, weights);
      together.add(members.get(0).get(t).withScores(Arrays.stream(scores).boxed().toList()));
    }
    return together;
  }
}
