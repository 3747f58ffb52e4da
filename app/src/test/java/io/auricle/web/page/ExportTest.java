package io.auricle.web.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.auricle.text.CsvStyle;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Playlists of what is shown. */
@ExtendWith(OpenPage.class)
final class ExportTest {
  @Test
  void playlistHasPathsAsGivenAndLengths(Page page) throws Exception {
    Heard.add(
        page,
        "heard('Album/02 b.mp3', 'jazz 0.6, blues 0.4', { seconds: 200.6 }),"
            + " heard('ünï 歌.flac', 'blues 0.9, jazz 0.1', { seconds: 99.4 }), failed('bad.mp3')");
    assertEquals(
        "#EXTM3U\n#EXTINF:201,02 b.mp3\nAlbum/02 b.mp3\n#EXTINF:99,ünï 歌.flac\nünï 歌.flac\n",
        playlist(page));
  }

  @Test
  void playlistIsOfWhatTheListShowsInItsOrderAndGroups(Page page) throws Exception {
    Heard.add(
        page,
        "heard('b.mp3', 'jazz 0.6, blues 0.4'), heard('a.mp3', 'jazz 0.9, blues 0.1'),"
            + " heard('c.mp3', 'rock 0.9, blues 0.1'), heard('d.mp3', 'pop 0.9, rock 0.1')");
    page.run(
        "import('/js/arrangement.js').then(({ arrangement }) =>"
            + " arrangement.change({ filter: 'mp3', order: 'name', isReversed: true }))");
    assertEquals(
        """
        #EXTM3U
        #EXTINF:30,d.mp3
        d.mp3
        #EXTINF:30,c.mp3
        c.mp3
        #EXTINF:30,b.mp3
        b.mp3
        #EXTINF:30,a.mp3
        a.mp3
        """,
        playlist(page));
    page.run(
        "import('/js/arrangement.js').then(({ arrangement }) =>"
            + " arrangement.change({ filter: 'jazz', isReversed: false, group: 'genre' }))");
    assertEquals(
        "#EXTM3U\n#EXTGRP:Jazz\n#EXTINF:30,a.mp3\na.mp3\n#EXTINF:30,b.mp3\nb.mp3\n",
        playlist(page));
  }

  @Test
  void noNameCanMakeLinesOfItsOwn(Page page) throws Exception {
    Heard.add(
        page,
        "heard('#EXTM3U.mp3', 'jazz 1, pop 0'), heard(' space.mp3', 'jazz 1, pop 0'),"
            + " heard('two\\nlines.mp3', 'jazz 1, pop 0')");
    assertEquals(
        """
        #EXTM3U
        #EXTINF:30,#EXTM3U.mp3
        ./#EXTM3U.mp3
        #EXTINF:30,space.mp3
        ./ space.mp3
        #EXTINF:30,two lines.mp3
        # two lines.mp3
        """,
        playlist(page));
  }

  /** As the command line writes them. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1.mp3", "-dash.mp3", "+49", "@user.mp3", "'=x", "a,b.mp3", "a;b", "say \"hi\".mp3",
            " x",
        "x ", "#1.mp3", "ünï.mp3", "\ttab", "two\nlines", "-1.5e3", "\uff1dx", "'", ""
      })
  void cellsOfCsvAreThoseOfTheCommandLine(String text, Page page) throws Exception {
    String json = JsonMapper.builder().build().writeValueAsString(text);
    assertEquals(
        CsvStyle.PLAIN.line(text, "b"),
        Heard.value(page, "csv", "line([" + json + ", 'b'])").asText());
  }

  /** Folders that are chosen, as the browser gives them. */
  @Test
  void filesOfAChosenFolderKeepTheirPlaceInIt(Page page) throws Exception {
    String files =
        """
        ['Music/A/1.mp3', 'Music/cover.jpg', 'Music/.hidden/2.mp3', 'Music/@eaDir/3.mp3', ''].map((path) => {
          const file = new File([], path.split('/').at(-1) || 'alone.txt');
          Object.defineProperty(file, 'webkitRelativePath', { value: path });
          return file;
        })\
        """;
    assertEquals(
        "Music/A/1.mp3 alone.txt",
        Heard.value(page, "files", "chosen(" + files + ").map(({ path }) => path).join(' ')")
            .asText());
  }

  private static String playlist(Page page) throws IOException {
    return page.run(
            "Promise.all([import('/js/playlist.js'), import('/js/arrangement.js')])"
                + ".then(([{ m3u }, { arrangement }]) => m3u(arrangement.groups()))")
        .asText();
  }
}
