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

  /** The values as an array, {@code [values.size()]}, as vector stores take them. */
  public float[] toArray() {
    float[] array = new float[values.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = values.get(i).floatValue();
    }
    return array;
  }

  /**
   * How near another track is: the cosine of the angle between both, 1 for the same.
   *
   * @throws IllegalArgumentException if it is of another network, version or length
   */
  public double similarity(TrackEmbedding other) {
    if (!model.equals(other.model) || !version.equals(other.version)) {
      throw new IllegalArgumentException(
          "other=%s %s must be of the same network and version, %s %s"
              .formatted(other.model, other.version, model, version));
    }
    if (values.size() != other.values.size()) {
      throw new IllegalArgumentException(
          "other.values.size=%d must be values.size=%d"
              .formatted(other.values.size(), values.size()));
    }
    double product = 0;
    double own = 0;
    double others = 0;
    for (int i = 0; i < values.size(); i++) {
      product += values.get(i) * other.values.get(i);
      own += values.get(i) * values.get(i);
      others += other.values.get(i) * other.values.get(i);
    }
    double lengths = Math.sqrt(own * others);
    return lengths > 0 ? product / lengths : 0;
  }
}
