package io.auricle.experiment;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.table.MelLevels;
import io.auricle.dataset.table.MelLevels.Picture;
import io.auricle.dsp.MelScale;
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
  private static final double LINEAR_UNITS = 2;
  private static final double TOP_HZ = 11_025;

  /** The pixel of a row whose colour is the row's: somewhat below its middle. */
  private static final double PIXEL = 0.35;

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
    int[] rowOfBand = rowOfBand();
    Map<String, LabelledTrack.Features> features = new LinkedHashMap<>();
    pictures.forEach((id, picture) -> features.put(id, () -> List.of(matrix(picture, rowOfBand))));
    return features;
  }

  private FeatureMatrix matrix(Picture picture, int[] rowOfBand) {
    float[] values = new float[MelLevels.COLUMNS * rowOfBand.length];
    for (int frame = 0; frame < MelLevels.COLUMNS; frame++) {
      for (int band = 0; band < rowOfBand.length; band++) {
        int level = levels.level(picture, rowOfBand[band], frame);
        values[frame * rowOfBand.length + band] = (float) (level / 255.0 * RANGE_DB - RANGE_DB);
      }
    }
    return FeatureMatrix.of(MelLevels.COLUMNS, rowOfBand.length, values);
  }

  /** The middle of the rows that show a band; a band too narrow for a row has its neighbour's. */
  private static int[] rowOfBand() {
    int[] rowOfBand = new int[128];
    double top = MelScale.SLANEY.fromHz(TOP_HZ);
    for (int band = 0; band < rowOfBand.length; band++) {
      double low = MelScale.SLANEY.toHz(top * band / rowOfBand.length);
      double high = MelScale.SLANEY.toHz(top * (band + 1) / rowOfBand.length);
      List<Integer> shown = new ArrayList<>();
      for (int row = 0; row < MelLevels.ROWS; row++) {
        double hz = frequency(row);
        if (hz >= low && hz < high) {
          shown.add(row);
        }
      }
      if (!shown.isEmpty()) {
        rowOfBand[band] = shown.get(shown.size() / 2);
      } else {
        rowOfBand[band] = band == 0 ? MelLevels.ROWS - 1 : rowOfBand[band - 1];
      }
    }
    return rowOfBand;
  }

  private static double frequency(int row) {
    double units = LINEAR_UNITS + Math.log(TOP_HZ / 1000) / Math.log(2);
    double unit = (MelLevels.ROWS - 1 - row + PIXEL) / MelLevels.ROWS * units;
    return unit <= LINEAR_UNITS ? unit * 500 : 1000 * Math.pow(2, unit - LINEAR_UNITS);
  }
}
