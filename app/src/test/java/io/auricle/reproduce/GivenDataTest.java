package io.auricle.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The common download of GTZAN, wherever and however it was unpacked. */
final class GivenDataTest {
  private static final List<String> CLIPS = List.of("genres_original/blues/blues.00099.wav");
  private static final String CLIP = "${data}/genres_original/rock/rock.00000.wav";

  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  Path folder;

  @ParameterizedTest
  @CsvSource({
    "genres_original, .wav, ${data}/genres_original/rock/rock.00000.wav",
    "Data/genres_original, .wav, ${data}/Data/genres_original/rock/rock.00000.wav",
    "genres, .au, ${data}/genres/rock/rock.00000.au",
    "data/genres, .wav, ${data}/data/genres/rock/rock.00000.wav",
    "., .au, ${data}/rock/rock.00000.au",
  })
  void clipsAreFoundInEachLayout(String layout, String ending, String located) throws IOException {
    write(layout + "/blues/blues.00099" + ending);
    GivenData data = GivenData.of(folder);
    assertEquals(List.of(), data.missing(CLIPS));
    assertEquals(located, data.located(CLIP));
  }

  @Test
  void aMissingClipDoesNotHideTheOthers() throws IOException {
    write("genres_original/blues/blues.00098.wav");
    assertEquals(List.of(), GivenData.of(folder).missing(CLIPS));
    assertEquals(CLIP, GivenData.of(folder).located(CLIP));
  }

  @Test
  void tablesAndPicturesAreFoundInTheFolderOfTheArchive() throws IOException {
    write("Data/features_3_sec.csv");
    write("Data/images_original/blues/blues00099.png");
    GivenData data = GivenData.of(folder);
    assertEquals(
        List.of("features_30_sec.csv"),
        data.missing(
            List.of(
                "features_3_sec.csv",
                "images_original/blues/blues00099.png",
                "features_30_sec.csv")));
    assertEquals("${data}/Data/features_3_sec.csv", data.located("${data}/features_3_sec.csv"));
    assertEquals("${data}/Data/images_original", data.located("${data}/images_original"));
  }

  @Test
  void partsOfTheCollectionAreNotTheDownload() throws IOException {
    write("gtzan-audio/genres_original/blues/blues.00000.wav");
    write("gtzan-features/features_30_sec.csv");
    GivenData data = GivenData.of(folder);
    assertEquals(CLIPS, data.missing(CLIPS));
    assertEquals(List.of("features_30_sec.csv"), data.missing(List.of("features_30_sec.csv")));
    String part = "${data}/gtzan-audio/genres_original/rock/rock.00000.wav";
    assertEquals(part, data.located(part));
  }

  private void write(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.createFile(file);
  }
}
