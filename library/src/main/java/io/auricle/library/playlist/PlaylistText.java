package io.auricle.library.playlist;

import io.auricle.file.FileName;
import io.auricle.library.song.Song;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Songs as M3U8: a playlist in UTF-8 that every player reads, with lengths and names. */
public final class PlaylistText {
  private PlaylistText() {}

  /**
   * The text of a playlist.
   *
   * @param base the folder that it lies in, from which paths lead to the songs; whole paths if
   *     there is none, and for songs on another drive
   */
  public static String of(List<Song> songs, @Nullable Path base) {
    StringBuilder text = new StringBuilder("#EXTM3U\n");
    for (Song song : songs) {
      long seconds = song.seconds() == null ? -1 : Math.round(song.seconds());
      text.append("#EXTINF:").append(seconds).append(',').append(name(song)).append('\n');
      text.append(path(song, base)).append('\n');
    }
    return text.toString();
  }

  private static String name(Song song) {
    String title = song.title();
    if (title == null) {
      Path file = FileName.path(song.path()).getFileName();
      title = file == null ? song.path() : file.toString();
    }
    String name = song.artist() == null ? title : song.artist() + " - " + title;
    return name.replaceAll("\\R", " ");
  }

  private static String path(Song song, @Nullable Path base) {
    Path path = FileName.path(song.path());
    if (base == null || !FileName.isText(path)) {
      return song.path();
    }
    try {
      String inside = FileName.inside(base.toAbsolutePath().normalize().relativize(path));
      return inside.startsWith("#") ? "./" + inside : inside;
    } catch (IllegalArgumentException e) {
      return song.path();
    }
  }
}
