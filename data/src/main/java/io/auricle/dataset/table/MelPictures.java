package io.auricle.dataset.table;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.feature.FeatureMatrix;
import io.auricle.label.Label;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The published mel pictures of GTZAN as 8-bit levels: {@code mel_level_u8.npy} of shape {@code
 * [clips, 172, 173]} beside {@code mel_level_index.csv} with the columns {@code row,track,genre}.
 *
 * <p>Rows of a picture are frequencies, the highest first, evenly spaced on an axis that is linear
 * in Hz up to 1 kHz and logarithmic above: two units and log2(11.025) units long. Columns are
 * moments, 173 taken from the whole clip and so about 3,812 samples apart at 22,050 Hz. Level 0 is
 * 40 dB or more below the clip's maximum, 255 the maximum. The pictures of known bad clips are left
 * out.
 */
public final class MelPictures {
  /** Rows of a picture. */
  public static final int ROWS = 172;

  /** Columns of a picture. */
  public static final int COLUMNS = 173;

  /** Mel bands that a picture shows. */
  public static final int BANDS = 128;

  /** How far below the maximum the lowest level is. */
  public static final double RANGE_DB = 40;

  /**
   * The row that shows each band, the lowest first: found by comparing pictures with their WAVs.
   */
  private static final List<Integer> ROW_OF_BAND =
      List.of(
          171, 169, 168, 166, 164, 163, 161, 160, 158, 156, 155, 153, 151, 150, 148, 146, 145, 143,
          141, 140, 138, 137, 135, 133, 132, 130, 128, 127, 125, 123, 122, 120, 118, 117, 115, 114,
          112, 110, 109, 107, 106, 105, 103, 102, 101, 100, 99, 97, 96, 95, 94, 92, 91, 90, 89, 88,
          86, 85, 84, 83, 82, 80, 79, 78, 77, 75, 74, 73, 72, 71, 69, 68, 67, 66, 64, 63, 62, 61,
          60, 58, 57, 56, 55, 53, 52, 51, 50, 49, 47, 46, 45, 44, 42, 41, 40, 39, 38, 36, 35, 34,
          33, 31, 30, 29, 28, 27, 25, 24, 23, 22, 21, 20, 18, 17, 16, 15, 13, 12, 11, 9, 8, 7, 6, 5,
          3, 2, 1, 0);

  private static final String ARRAY = "mel_level_u8.npy";
  private static final TrackId OTHER_RECORDING = new TrackId("jazz.00054");

  private final NpyArray levels;
  private final List<Picture> pictures;

  private MelPictures(NpyArray levels, List<Picture> pictures) {
    this.levels = levels;
    this.pictures = pictures;
  }

  /**
   * A picture.
   *
   * @param row its place in the array
   * @param track whose
   * @param label its genre
   */
  public record Picture(int row, TrackId track, Label label) {}

  /**
   * Opens the two files in a folder.
   *
   * @throws DatasetException if one is missing or bad, or they do not fit each other
   */
  public static MelPictures open(Path folder) throws DatasetException {
    Path array = folder.resolve(ARRAY);
    NpyArray levels = NpyArray.open(array);
    List<Long> shape = levels.shape();
    if (levels.type() != NpyType.UINT8
        || shape.size() != 3
        || shape.get(1) != ROWS
        || shape.get(2) != COLUMNS) {
      throw new DatasetException(
          array,
          "type=%s shape=%s must be UINT8 [clips, %d, %d]"
              .formatted(levels.type(), shape, ROWS, COLUMNS));
    }
    CsvFile index =
        CsvFile.read(folder.resolve("mel_level_index.csv"), List.of("row", "track", "genre"));
    List<Picture> pictures = new ArrayList<>();
    Set<Object> seen = new HashSet<>();
    for (CsvFile.Row row : index.rows()) {
      Picture picture = picture(index, row, shape.get(0));
      if (!seen.add(picture.row()) || !seen.add(picture.track())) {
        throw index.error(row, "row or track " + picture.track() + " stands there twice");
      }
      if (!picture.track().equals(OTHER_RECORDING)) {
        pictures.add(picture);
      }
    }
    return new MelPictures(levels, List.copyOf(pictures));
  }

  /** Whether the array of levels is in a folder. */
  public static boolean isIn(Path folder) {
    return Files.exists(folder.resolve(ARRAY));
  }

  /** The pictures in the order of the index. */
  public List<Picture> pictures() {
    return pictures;
  }

  /** The level in [0, 255] at a row from the top and a column from the left. */
  public int level(Picture picture, int row, int column) {
    return (int) levels.at(((long) picture.row() * ROWS + row) * COLUMNS + column);
  }

  /**
   * The picture as a spectrogram, {@code [173 frames][128 bands]}, the lowest band first, in dB
   * relative to the maximum, in [-40, 0].
   */
  public FeatureMatrix toDb(Picture picture) {
    float[] db = new float[COLUMNS * BANDS];
    for (int band = 0; band < BANDS; band++) {
      int row = ROW_OF_BAND.get(band);
      for (int frame = 0; frame < COLUMNS; frame++) {
        db[frame * BANDS + band] =
            (float) (level(picture, row, frame) / 255.0 * RANGE_DB - RANGE_DB);
      }
    }
    return FeatureMatrix.of(COLUMNS, BANDS, db);
  }

  private static Picture picture(CsvFile index, CsvFile.Row row, long count)
      throws DatasetException {
    String cell = index.cell(row, "row");
    String track = index.cell(row, "track");
    String genre = index.cell(row, "genre");
    if (!cell.matches("\\d{1,9}") || Integer.parseInt(cell) >= count) {
      throw index.error(row, "row=%s must be in [0, %d)".formatted(cell, count));
    }
    if (track.isEmpty() || genre.isEmpty()) {
      throw index.error(row, "track and genre must not be empty");
    }
    return new Picture(Integer.parseInt(cell), new TrackId(track), new Label(genre));
  }
}
