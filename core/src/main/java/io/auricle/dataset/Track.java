package io.auricle.dataset;

import io.auricle.label.Label;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A recording of a data set.
 *
 * @param id its name, unique in the data set
 * @param path its audio, or null where only features of it are at hand
 * @param labels what it is labelled with: one label of a genre, any number of tags
 * @param artist who plays, or null if not known
 */
public record Track(TrackId id, @Nullable Path path, List<Label> labels, @Nullable String artist) {
  public Track {
    labels = List.copyOf(labels);
    artist = artist == null || artist.isBlank() ? null : artist.strip();
  }

  /**
   * The only label.
   *
   * @throws IllegalStateException unless there is exactly one
   */
  public Label label() {
    if (labels.size() != 1) {
      throw new IllegalStateException(
          "track " + id + ": labels=" + labels + " must be exactly one");
    }
    return labels.get(0);
  }

  /**
   * What may not be torn apart by a split: the artist, whatever the case and blanks of the name, or
   * the track itself where the artist is not known.
   */
  public String group() {
    return artist == null
        ? "track:" + id
        : "artist:" + artist.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
