package io.auricle.dataset;

import io.auricle.label.Label;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A collection of labelled tracks: a card, and a loader of the layouts it comes in. */
public interface Dataset {
  DatasetCard card();

  /**
   * Lists the annotated tracks under a folder, also those whose audio is not there; these have no
   * path and are findings.
   *
   * @param root where the data set was put
   * @param target one of the card's
   * @throws DatasetException if nothing of it is there, or its labels file is bad
   */
  DatasetIndex annotations(Path root, Target target) throws DatasetException;

  /**
   * Lists the tracks under a folder that can be listened to. Audio is not opened; {@code
   * DatasetCheck} does that.
   *
   * @throws DatasetException as {@link #annotations}, and if there is no audio at all
   */
  default DatasetIndex load(Path root, Target target) throws DatasetException {
    return annotations(root, target).withAudio();
  }

  /**
   * How large a share of listeners gave each label of a target with a threshold, by track, in [0,
   * 1].
   *
   * @throws DatasetException as {@link #annotations}
   */
  default Map<TrackId, Map<Label, Double>> shares(Path root, Target target)
      throws DatasetException {
    return Map.of();
  }

  /** The same for the first target of the card. */
  default DatasetIndex load(Path root) throws DatasetException {
    return load(root, card().targets().get(0));
  }

  /**
   * Reads a published split: the tracks of each part, which is known by its published word, as
   * {@code train} or {@code training}. They have the labels that they have in this split, and no
   * audio.
   *
   * @param split one of the card's
   * @throws DatasetException if the files of the split are not there or bad
   */
  default Map<String, List<Track>> published(Path root, Target target, String split)
      throws DatasetException {
    throw new IllegalArgumentException(
        "split=%s must be a published one of %s: %s"
            .formatted(split, card().name(), card().splits().keySet()));
  }

  /**
   * The published checksums that are at hand, by the folder and name of the file, as {@code
   * 48/948.mp3}: MD5, SHA-1 or SHA-256 in lower case hexadecimal digits.
   *
   * @throws DatasetException if there is a file of checksums that cannot be read
   */
  default Map<String, String> checksums(Path root) throws DatasetException {
    return Map.of();
  }
}
