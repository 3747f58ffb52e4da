package io.auricle.dataset;

import java.nio.file.Path;

/** A collection of labelled tracks: a card, and a loader of the layouts it comes in. */
public interface Dataset {
  DatasetCard card();

  /**
   * Lists the tracks under a folder. Audio is not opened; {@link DatasetCheck} does that.
   *
   * @param root where the data set was put
   * @throws DatasetException if nothing of it is there, or its labels file is bad
   */
  DatasetIndex load(Path root) throws DatasetException;
}
