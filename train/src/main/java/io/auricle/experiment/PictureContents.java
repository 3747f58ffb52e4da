package io.auricle.experiment;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.table.MelLevels;
import io.auricle.dataset.table.MelLevels.Picture;
import io.auricle.experiment.Source.FileError;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.MelOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The published pictures of GTZAN's mel spectrograms ({@link MelLevels}), read back into bands.
 * Columns are frames about 3,812 samples apart at 22,050 Hz; rows are evenly spaced on an axis that
 * is linear in Hz up to 1 kHz and logarithmic above, two units and log2(11.025) units long, the
 * highest frequency first.
 */
final class PictureContents implements SourceLoader.Contents {
  private static final double RANGE_DB = 40;

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

  private final List<Track> tracks;
  private final Map<String, Picture> pictures;
  private final MelLevels levels;

  private PictureContents(List<Track> tracks, Map<String, Picture> pictures, MelLevels levels) {
    this.tracks = tracks;
    this.pictures = pictures;
    this.levels = levels;
  }

  static PictureContents load(SourceOptions options, FeatureOptions features)
      throws DatasetException {
    if (!(features instanceof MelOptions mel) || mel.bands() != 128 || mel.floorDb() != -RANGE_DB) {
      throw new IllegalArgumentException(
          "features=%s must be mel with bands=128 and floorDb=-40 for pictures"
              .formatted(features));
    }
    MelLevels levels = MelLevels.open(Path.of(options.path()));
    Map<String, Picture> pictures = new LinkedHashMap<>();
    List<Track> tracks = new ArrayList<>();
    for (Picture picture : levels.pictures()) {
      tracks.add(new Track(picture.track(), null, List.of(picture.label()), null));
      pictures.put(picture.track().value(), picture);
    }
    return new PictureContents(tracks, pictures, levels);
  }

  @Override
  public List<Track> tracks() {
    return tracks;
  }

  @Override
  public Map<String, LabelledTrack.Features> features(List<Track> chosen, List<FileError> errors) {
    Map<String, LabelledTrack.Features> features = new LinkedHashMap<>();
    pictures.forEach((id, picture) -> features.put(id, () -> List.of(matrix(picture))));
    return features;
  }

  private FeatureMatrix matrix(Picture picture) {
    float[] values = new float[MelLevels.COLUMNS * ROW_OF_BAND.size()];
    for (int frame = 0; frame < MelLevels.COLUMNS; frame++) {
      for (int band = 0; band < ROW_OF_BAND.size(); band++) {
        int level = levels.level(picture, ROW_OF_BAND.get(band), frame);
        values[frame * ROW_OF_BAND.size() + band] = (float) (level / 255.0 * RANGE_DB - RANGE_DB);
      }
    }
    return FeatureMatrix.of(MelLevels.COLUMNS, ROW_OF_BAND.size(), values);
  }
}
