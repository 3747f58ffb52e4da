package io.auricle.predict;

/**
 * How probable it is that a track is no music: speech, silence, noise, hum, animals, applause.
 *
 * @param score in [0, 1]
 * @param threshold from which score on nothing is given as an answer
 */
public record NoMusic(double score, double threshold) {
  public boolean given() {
    return score >= threshold;
  }
}
