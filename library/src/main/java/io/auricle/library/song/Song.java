package io.auricle.library.song;

import io.auricle.library.sound.SongKey;
import io.auricle.library.sound.SongTempo;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A file of a library.
 *
 * @param id within the library
 * @param path absolute, as {@link io.auricle.file.FileName#text} writes it
 * @param modifiedMillis when it was written, since 1970
 * @param removed whether it was not there at the last scan
 * @param soundHash what stays the same when the file is moved or its tags change
 * @param seconds its length, of what could be heard
 * @param tagGenre the genre in its tags
 * @param verdicts by the names of models
 * @param valence in [-1, 1], of a model of moods
 * @param arousal in [-1, 1], of a model of moods
 * @param tempo how fast it seems to be
 * @param key what key it seems to be in
 */
public record Song(
    long id,
    String path,
    long bytes,
    long modifiedMillis,
    boolean removed,
    @Nullable String soundHash,
    @Nullable Double seconds,
    @Nullable String title,
    @Nullable String artist,
    @Nullable String album,
    @Nullable Integer year,
    @Nullable String tagGenre,
    Map<String, Verdict> verdicts,
    @Nullable Double valence,
    @Nullable Double arousal,
    @Nullable SongTempo tempo,
    @Nullable SongKey key,
    @Nullable SongFault fault) {
  public Song {
    verdicts = Collections.unmodifiableMap(new LinkedHashMap<>(verdicts));
  }
}
