package io.auricle.spark;

import io.auricle.spark.work.SoundLimits;
import java.util.HashSet;
import java.util.List;

/**
 * How files are classified.
 *
 * @param models names of models: those that come along, folders that every host has, or archives
 *     that were handed to Spark
 * @param embedding whether rows have what the models' network makes of a track
 * @param limits what one file may cost
 */
public record ClassifyOptions(List<String> models, boolean embedding, SoundLimits limits) {
  /**
   * @throws IllegalArgumentException if there is no model, or one twice
   */
  public ClassifyOptions {
    models = List.copyOf(models);
    if (models.isEmpty()) {
      throw new IllegalArgumentException("models=[] must have at least one");
    }
    if (new HashSet<>(models).size() < models.size()) {
      throw new IllegalArgumentException("models=" + models + " has one twice");
    }
  }

  /** Models with the usual limits, without embeddings. */
  public static ClassifyOptions of(String... models) {
    return new ClassifyOptions(List.of(models), false, SoundLimits.DEFAULT);
  }

  public ClassifyOptions withEmbedding() {
    return new ClassifyOptions(models, true, limits);
  }

  public ClassifyOptions withLimits(SoundLimits other) {
    return new ClassifyOptions(models, embedding, other);
  }
}
