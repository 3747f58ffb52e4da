package io.auricle.cli;

import io.auricle.audio.DecodeException;
import io.auricle.predict.TrackPrediction;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file: a prediction or an error.
 *
 * @param path the file, as the user named it
 */
record Classification(
    Path path, @Nullable TrackPrediction prediction, @Nullable DecodeException error) {
  static Classification of(Path path, TrackPrediction prediction) {
    return new Classification(path, prediction, null);
  }

  static Classification failed(Path path, DecodeException error) {
    return new Classification(path, null, error);
  }
}
