package io.auricle.cli.library;

import io.auricle.library.song.KnownModel;
import io.auricle.library.song.Song;
import io.auricle.library.song.SongReader;
import io.auricle.text.CsvStyle;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Songs to write.
 *
 * @param models whose verdicts they have
 * @param reader of what else is known of them
 * @param all whether everything is written: scores of all labels, tags, times
 * @param base the folder from which playlists name songs; whole paths if there is none
 */
record SongList(
    List<Song> songs,
    List<KnownModel> models,
    SongReader reader,
    boolean all,
    CsvStyle style,
    @Nullable Path base) {
  SongList {
    songs = List.copyOf(songs);
    models = List.copyOf(models);
  }
}
