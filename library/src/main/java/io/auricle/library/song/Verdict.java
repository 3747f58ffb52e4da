package io.auricle.library.song;

/**
 * What a model says of a song, or the user in its place.
 *
 * @param label the best one
 * @param score of it, in [0, 1]
 * @param sure whether that is an answer; of tags, whether the label is given
 * @param corrected whether the user said so
 */
public record Verdict(String label, double score, boolean sure, boolean corrected) {
  /** What was heard. */
  public Verdict(String label, double score, boolean sure) {
    this(label, score, sure, false);
  }

  /** What the user said, of which there is no doubt. */
  static Verdict ofUser(String label) {
    return new Verdict(label, 1, true, true);
  }
}
