package io.auricle.dataset.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.dataset.DatasetException;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.set.MelImageOptions;
import io.auricle.feature.set.MelOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MelPicturesTest {
  /** Frames of 30 s, a column of the picture each. */
  private static final int FRAMES = 1293;

  private final Path folder;

  MelPicturesTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void topRowIsTheHighestBandAndKnownBadClipIsLeftOut() throws Exception {
    write("0,jazz.00053,jazz", "1,jazz.00054,jazz", "2,jazz.00055,jazz");
    MelPictures levels = MelPictures.open(folder);
    assertEquals(2, levels.pictures().size());
    MelPictures.Picture last = levels.pictures().get(1);
    assertEquals(255, levels.level(last, 0, 7));
    assertEquals(0, levels.level(last, 171, 7));
    FeatureMatrix db = levels.toDb(last);
    assertEquals(173, db.frameCount());
    assertEquals(0, db.at(7, 127));
    assertEquals(-40, db.at(7, 0));
  }

  /**
   * The upper half of the rows begins at 1.66 kHz on the pictures' axis, not in the middle band.
   */
  @Test
  void rowsAreLinearInHzBelowOneKilohertzAndLogarithmicAbove() throws Exception {
    write("0,jazz.00053,jazz");
    MelPictures pictures = MelPictures.open(folder);
    FeatureMatrix db = pictures.toDb(pictures.pictures().get(0));
    double units = 2 + Math.log(11.025) / Math.log(2);
    double hz = 1000 * Math.pow(2, units / 2 - 2);
    double mel = 15 + 27 * Math.log(hz / 1000) / Math.log(6.4);
    double band = 128 * mel / (15 + 27 * Math.log(11.025) / Math.log(6.4));
    assertEquals(-40, db.at(0, (int) band - 2));
    assertEquals(0, db.at(0, (int) band + 2));
  }

  /** Bands of an opt-in clip, analysed from its audio, stand where the picture shows them. */
  @Test
  void pictureFollowsTheSpectrogramOfItsAudio() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to compare a picture with its audio");
    Path folder = Path.of(String.valueOf(data));
    MelPictures pictures = MelPictures.open(folder.resolve("gtzan-mel"));
    MelPictures.Picture blues =
        pictures.pictures().stream()
            .filter(picture -> picture.track().value().equals("blues.00000"))
            .findFirst()
            .orElseThrow();
    FeatureMatrix picture = pictures.toDb(blues);
    MelOptions options = new MelOptions(22050, 2048, 3812, 128, -40, 512);
    Path wav = folder.resolve("gtzan-audio/genres_original/blues/blues.00000.wav");
    FeatureMatrix heard =
        options.extractor().extract(AudioDecoder.of(DecodeOptions.at(22050)).decode(wav, 60));
    double offset = 0;
    for (int band = 0; band < 128; band++) {
      offset += (mean(picture, band) - mean(heard, band)) / 128;
    }
    double difference = 0;
    for (int band = 0; band < 128; band++) {
      difference += Math.abs(mean(picture, band) - mean(heard, band) - offset) / 128;
    }
    // A table off by one row differs by 0.4 to 1.5 dB.
    assertTrue(
        difference < 0.3,
        "mean difference of the bands' means: " + difference + " dB, offset " + offset);
  }

  /**
   * The set mel-image draws what was published, pixel by pixel but for another choice of frames.
   */
  @Test
  void melImageOfTheAudioIsThePublishedPicture() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to compare a picture with its audio");
    Path folder = Path.of(String.valueOf(data));
    MelPictures pictures = MelPictures.open(folder.resolve("gtzan-mel"));
    MelImageOptions options =
        new MelImageOptions(new MelOptions(22050, 2048, 512, 128, -40), MelPictures.ROWS, FRAMES);
    for (String track : List.of("blues.00000", "classical.00000", "metal.00000")) {
      MelPictures.Picture picture =
          pictures.pictures().stream()
              .filter(one -> one.track().value().equals(track))
              .findFirst()
              .orElseThrow();
      Path wav =
          folder.resolve(
              "gtzan-audio/genres_original/" + picture.label().name() + "/" + track + ".wav");
      FeatureMatrix drawn =
          options.extractor().extract(AudioDecoder.of(DecodeOptions.at(22050)).decode(wav, 60));
      double difference = 0;
      for (int column = 0; column < MelPictures.COLUMNS; column++) {
        // Which of two frames a published column shows is not known to the frame.
        double nearest = Double.POSITIVE_INFINITY;
        for (int frame = 2; frame <= 4; frame++) {
          int at = frame + (int) (column * 7.4418);
          double sum = 0;
          for (int row = 0; row < MelPictures.ROWS; row++) {
            sum += Math.abs(drawn.at(at, row) - pictures.level(picture, row, column) / 255.0);
          }
          nearest = Math.min(nearest, sum / MelPictures.ROWS);
        }
        difference += nearest / MelPictures.COLUMNS;
      }
      // A frame chosen wrongly differs by 0.06.
      assertTrue(difference < 0.035, track + " differs by " + difference);
    }
  }

  private static double mean(FeatureMatrix matrix, int band) {
    double sum = 0;
    for (int frame = 0; frame < matrix.frameCount(); frame++) {
      sum += matrix.at(frame, band);
    }
    return sum / matrix.frameCount();
  }

  @Test
  void rowBeyondTheArrayIsAnErrorThatNamesTheLine() throws Exception {
    write("3,jazz.00053,jazz");
    assertEquals(
        folder.resolve("mel_level_index.csv") + ", line 2: row=3 must be in [0, 3)",
        assertThrows(DatasetException.class, () -> MelPictures.open(folder)).getMessage());
  }

  @Test
  void publishedPicturesAreRead() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to read the published pictures");
    MelPictures levels = MelPictures.open(Path.of(String.valueOf(data), "gtzan-mel"));
    assertEquals(999, levels.pictures().size());
  }

  /** Three pictures of full level in the upper half and none in the lower. */
  private void write(String... index) throws Exception {
    Path array = folder.resolve("mel_level_u8.npy");
    try (NpyWriter writer = NpyWriter.create(array, NpyType.UINT8, List.of(3L, 172L, 173L))) {
      for (int i = 0; i < 3 * 172 * 173; i++) {
        writer.write(i / 173 % 172 < 86 ? 255 : 0);
      }
    }
    Files.writeString(
        folder.resolve("mel_level_index.csv"),
        "row,track,genre\n" + String.join("\n", List.of(index)) + "\n");
  }
}
