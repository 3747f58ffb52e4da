package io.auricle.dataset.check;

import io.auricle.dataset.Track;
import java.util.Collection;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How many there are in some tracks.
 *
 * @param tracks all of them
 * @param labels different labels
 * @param artists different artists, as far as they are known
 * @param albums different albums, as far as they are known
 */
public record AnnotationCounts(int tracks, int labels, int artists, int albums) {
  /** Counts. */
  public static AnnotationCounts of(Collection<Track> tracks) {
    Set<Object> labels = new HashSet<>();
    tracks.forEach(track -> labels.addAll(track.labels()));
    return new AnnotationCounts(
        tracks.size(),
        labels.size(),
        different(tracks, Track::artist),
        different(tracks, Track::album));
  }

  private static int different(Collection<Track> tracks, Function<Track, @Nullable String> what) {
    return (int) tracks.stream().map(what).filter(Objects::nonNull).distinct().count();
  }
}
