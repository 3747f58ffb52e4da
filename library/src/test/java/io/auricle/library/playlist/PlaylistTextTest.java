package io.auricle.library.playlist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.library.song.Song;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Playlists as players read them. */
final class PlaylistTextTest {
  private static Song song(String path, @Nullable String artist, @Nullable String title) {
    return new Song(
        1,
        path,
        1,
        1,
        false,
        null,
        title == null ? null : 61.4,
        title,
        artist,
        null,
        null,
        null,
        Map.of(),
        null,
        null,
        null,
        null,
        null);
  }

  @Test
  void pathsLeadFromTheFile() {
    String text =
        PlaylistText.of(
            List.of(
                song("/music/a/b.mp3", "X", "Y\nZ"),
                song("/music/lists/#1.mp3", null, null),
                song("/other/c.mp3", null, "T")),
            Path.of("/music/lists"));
    assertEquals(
        """
        #EXTM3U
        #EXTINF:61,X - Y Z
        ../a/b.mp3
        #EXTINF:-1,#1.mp3
        ./#1.mp3
        #EXTINF:61,T
        ../../other/c.mp3
        """,
        text);
  }

  @Test
  void orAreWhole() {
    assertEquals(
        "#EXTM3U\n#EXTINF:61,T\n/other/c.mp3\n",
        PlaylistText.of(List.of(song("/other/c.mp3", null, "T")), null));
  }
}
