package io.auricle.bundle;

import java.util.List;

/**
 * Several models that answer together.
 *
 * @param combination how their scores are put together
 * @param members at least one; each a bundle in a folder of its own inside the ensemble's
 */
public record Ensemble(Combination combination, List<Member> members) implements ModelKind {
  /** How members' scores become one. */
  public enum Combination {
    /** The weighted mean of the scores. */
    MEAN,
    /** The share of the weights of the members that put the label first. */
    VOTE
  }

  /**
   * A model of an ensemble.
   *
   * @param folder name of its folder inside the ensemble's
   * @param weight above 0; only the ratios count
   */
  public record Member(String folder, double weight) {
    public Member {
      Checks.present(folder, "folder");
      if (!folder.matches("[A-Za-z0-9][A-Za-z0-9_-]*")) {
        throw new IllegalArgumentException(
            "folder=" + folder + " must be a plain name inside the ensemble's folder");
      }
      if (!(weight > 0 && Double.isFinite(weight))) {
        throw new IllegalArgumentException("weight=" + weight + " must be above 0");
      }
    }
  }

  public Ensemble {
    Checks.present(combination, "combination");
    Checks.filled(members, "members");
    members = List.copyOf(members);
    if (members.stream().map(Member::folder).distinct().count() < members.size()) {
      throw new IllegalArgumentException("members=" + members + " must have different folders");
    }
  }
}
