package io.auricle.experiment.source;

import io.auricle.experiment.SourceOptions;
import io.auricle.split.Split;
import java.util.List;
import java.util.Map;

/**
 * A source as loaded.
 *
 * @param options as written
 * @param split as made or read
 * @param tracks with a label of the experiment, in the order of their ids
 * @param otherLabels number of tracks left out, by label
 * @param errors files that could not be analysed
 */
public record Source(
    SourceOptions options,
    Split split,
    List<LabelledTrack> tracks,
    Map<String, Integer> otherLabels,
    List<FileError> errors) {
  /** A file that could not be analysed. */
  public record FileError(String path, String code, String message) {}

  /** What a user has to know of it: which files could not be analysed, and why. */
  public List<String> warnings() {
    return LeftOut.failed(options.path(), errors);
  }
}
