package io.auricle.label;

import java.util.List;
import java.util.stream.Stream;

/**
 * A quarter of the plane of valence (how pleasant) and arousal (how excited) in which moods lie (J.
 * A. Russell: A circumplex model of affect, 1980, doi:10.1037/h0077714), counted from pleasant and
 * excited on.
 */
public enum Quadrant {
  /** Pleasant and excited, Q1. */
  HAPPY("happy", 1, 1),
  /** Unpleasant and excited, Q2: also tense, fearful. */
  ANGRY("angry", -1, 1),
  /** Unpleasant and quiet, Q3: also gloomy, bored. */
  SAD("sad", -1, -1),
  /** Pleasant and quiet, Q4: also relaxed, tender. */
  CALM("calm", 1, -1);

  private final String word;
  private final int valence;
  private final int arousal;

  Quadrant(String word, int valence, int arousal) {
    this.word = word;
    this.valence = valence;
    this.arousal = arousal;
  }

  /** The sign of the valence of its moods, 1 or -1. */
  public int valence() {
    return valence;
  }

  /** The sign of the arousal of its moods, 1 or -1. */
  public int arousal() {
    return arousal;
  }

  /** Its label, a word of {@link Taxonomy#MOOD}. */
  public Label label() {
    return new Label(word);
  }

  /** The labels of all quadrants, from the first to the fourth. */
  public static List<Label> labels() {
    return Stream.of(values()).map(Quadrant::label).toList();
  }
}
