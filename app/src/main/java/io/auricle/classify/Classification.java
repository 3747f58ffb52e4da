package io.auricle.classify;

import io.auricle.audio.DecodeException;
import io.auricle.predict.TrackPrediction;
import org.jspecify.annotations.Nullable;

/**
 * What became of one file: a prediction or an error.
 *
 * @param path the file, as the user named it; a text, since names that come over a network need not
 *     be names of files here
 */
public record Classification(
    String path, @Nullable TrackPrediction prediction, @Nullable DecodeException error) {
  public static Classification of(String path, TrackPrediction prediction) {
    return new Classification(path, prediction, null);
  }

  public static Classification failed(String path, DecodeException error) {
    return new Classification(path, null, error);
  }
}
