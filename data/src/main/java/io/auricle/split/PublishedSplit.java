package io.auricle.split;

import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The splits that come with data sets, by the names on their cards. */
public final class PublishedSplit {
  private PublishedSplit() {}

  /**
   * Reads a split.
   *
   * @param name one of the card's
   * @throws DatasetException if the files of the split are not there or bad
   * @throws IllegalArgumentException if the data set has no such split, naming those there are
   */
  public static Split of(Dataset dataset, Path root, Target target, String name)
      throws DatasetException {
    Map<Part, SortedSet<TrackId>> parts = new EnumMap<>(Part.class);
    for (Map.Entry<String, List<Track>> entry : dataset.published(root, target, name).entrySet()) {
      String word = entry.getKey();
      Part part =
          Part.ofPublished(word)
              .orElseThrow(
                  () ->
                      new DatasetException(
                          root, "split %s has a part \"%s\", not ours".formatted(name, word)));
      SortedSet<TrackId> ids = parts.computeIfAbsent(part, key -> new TreeSet<>());
      entry.getValue().forEach(track -> ids.add(track.id()));
    }
    return new Split(name, "published with " + dataset.card().name(), false, parts);
  }
}
