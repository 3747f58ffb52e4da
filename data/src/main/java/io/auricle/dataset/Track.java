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
 * @param path its audio, or null where only annotations or features of it are at hand
 * @param labels what it is labelled with: one label of a genre, any number of tags
 * @param artist who plays, or null if not known
 * @param album on which it came out, or null if not known
 * @param original the track that this one is known to be a copy of, or null
 */
public record Track(
    TrackId id,
    @Nullable Path path,
    List<Label> labels,
    @Nullable String artist,
    @Nullable String album,
    @Nullable TrackId original) {
  public Track {
    labels = List.copyOf(labels);
    artist = artist == null || artist.isBlank() ? null : artist.strip();
    album = album == null || album.isBlank() ? null : album.strip();
  }

  /** A track of no known album that is no known copy. */
  public Track(TrackId id, @Nullable Path path, List<Label> labels, @Nullable String artist) {
    this(id, path, labels, artist, null, null);
  }

  /** The same track with other labels. */
  public Track labelled(List<Label> others) {
    return new Track(id, path, others, artist, album, original);
  }

  /** The same track without its audio. */
  public Track silent() {
    return new Track(id, null, labels, artist, album, original);
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
   * the recording where the artist is not known.
   */
  public String group() {
    return artist == null
        ? "track:" + (original == null ? id : original)
        : "artist:" + artist.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
  }
}
