package io.auricle.predict;

import io.auricle.audio.DecodeException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What became of one file of many: what the model says of it, or what is wrong with it, one of
 * both.
 *
 * @param file as it was given
 * @param prediction what the model says
 * @param fault why it says nothing
 */
public record TrackResult(
    Path file, Optional<TrackPrediction> prediction, Optional<DecodeException> fault) {
  /**
   * @throws IllegalArgumentException unless it is one of both
   */
  public TrackResult {
    if (prediction.isPresent() == fault.isPresent()) {
      throw new IllegalArgumentException(
          "prediction=%s and fault=%s: one of both must be there".formatted(prediction, fault));
    }
  }

  static TrackResult of(Path file, TrackPrediction prediction) {
    return new TrackResult(file, Optional.of(prediction), Optional.empty());
  }

  static TrackResult of(Path file, DecodeException fault) {
    return new TrackResult(file, Optional.empty(), Optional.of(fault));
  }

  /**
   * What the model says of the file.
   *
   * @throws DecodeException what is wrong with it, if that is why it says nothing
   */
  public TrackPrediction get() throws DecodeException {
    if (fault.isPresent()) {
      throw fault.get();
    }
    return prediction.orElseThrow();
  }
}
