package io.auricle.experiment.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.InputLayout;
import io.auricle.bundle.InputOptions;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.SplitOptions;
import io.auricle.feature.set.FeatureSets;
import io.auricle.label.Label;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an experiment says of tracks beside their data set: labels and artists. */
final class SourceTracksTest {
  private Path folder;

  @BeforeEach
  void collection(@TempDir Path temporary) throws IOException {
    folder = temporary;
    Files.writeString(
        folder.resolve("labels.csv"),
        "song,artist,path\nS1,Ann,a/S1.opus\nS2,Bob,b/S2.opus\nS3,Cid,b/S3.opus\n");
  }

  @Test
  void listGivesItsTracksLabelsAndLeavesOutTheOthers() throws Exception {
    List<Track> tracks = listed("track,label\nS3,rock\nS1,pop\n");
    assertEquals(
        List.of(
            new Track(
                new TrackId("S3"), folder.resolve("b/S3.opus"), List.of(new Label("rock")), "Cid"),
            new Track(
                new TrackId("S1"), folder.resolve("a/S1.opus"), List.of(new Label("pop")), "Ann")),
        tracks);
  }

  @Test
  void listedTrackThatIsNotThereOrThereTwiceIsRefused() {
    for (String list : List.of("track,label\nS4,rock\n", "track,label\nS1,rock\nS1,pop\n")) {
      DatasetException e = assertThrows(DatasetException.class, () -> listed(list));
      assertTrue(String.valueOf(e.getMessage()).contains("is not in"), e.toString());
    }
  }

  @Test
  void nameOfAListedSourceIsItsOwn() throws Exception {
    Path list = Files.writeString(folder.resolve("list.csv"), "track,label\nS1,pop\n");
    SourceOptions options =
        new SourceOptions(
            "named-by-artist",
            null,
            SourceOptions.Format.AUDIO,
            folder.toString(),
            new SplitOptions(null, null, null, null, null, Part.TRAIN),
            List.of(),
            Map.of(),
            false,
            1.0,
            list.toString(),
            List.of());
    InputOptions input =
        new InputOptions(FeatureSets.named("mel"), 1, 40, 40, InputLayout.BANDS_FRAMES);
    AudioContents contents = AudioContents.load(options, input, folder.resolve("cache"));
    assertEquals(List.of("S1"), contents.tracks().stream().map(t -> t.id().value()).toList());
    assertEquals("named-by-artist", contents.split(options, List.of()).name());
  }

  @Test
  void publishedListsNameTheArtists() throws Exception {
    Path list = folder.resolve("groups.txt");
    Files.writeString(list, "./blues_00012.wav\t7\n./blues_00013.wav\t7\n");
    PublishedArtists artists = PublishedArtists.read(List.of(list.toString()));
    List<Track> tracks =
        artists.of(List.of(track("blues.00012"), track("blues.00013"), track("blues.00014")));
    assertEquals(
        List.of("artist:7", "artist:7", "track:blues.00014"),
        tracks.stream().map(Track::group).toList());
  }

  private List<Track> listed(String list) throws IOException, DatasetException {
    return ListedTracks.read(Files.writeString(folder.resolve("list.csv"), list), folder);
  }

  private static Track track(String id) {
    return new Track(new TrackId(id), null, List.of(new Label("blues")), null);
  }
}
