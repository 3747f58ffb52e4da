package io.auricle.predict;

import java.util.List;

/**
 * What a network makes of a track before it names anything: a point among others, near to those of
 * tracks that sound alike. Points of the same network and version may be compared, others not.
 *
 * @param model name of the network
 * @param version of its weights
 * @param values the mean over the track
 */
public record TrackEmbedding(String model, String version, List<Double> values) {
  public TrackEmbedding {
    values = List.copyOf(values);
  }
}
