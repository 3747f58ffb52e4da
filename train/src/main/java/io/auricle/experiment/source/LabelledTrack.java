package io.auricle.experiment.source;

import io.auricle.experiment.task.Answer;
import io.auricle.feature.FeatureMatrix;
import io.auricle.split.Part;
import java.io.IOException;
import java.util.List;

/**
 * A track of an experiment.
 *
 * @param dataset of the source
 * @param id unique in the source
 * @param group artist or track
 * @param part which part it is in
 * @param answer its label or tags
 * @param weight of its source
 * @param features of its clips
 * @param variants features of the same clips with other pitch and tempo, to learn from only
 */
public record LabelledTrack(
    String dataset,
    String id,
    String group,
    Part part,
    Answer answer,
    double weight,
    Features features,
    List<Features> variants) {
  /** The same track in another part. */
  public LabelledTrack in(Part other) {
    return new LabelledTrack(dataset, id, group, other, answer, weight, features, variants);
  }

  /** The features of a track's clips, in memory or in the cache. */
  public interface Features {
    List<FeatureMatrix> load() throws IOException;
  }
}
