package io.auricle.experiment;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.dsp.MelScale;
import io.auricle.experiment.Source.FileError;
import io.auricle.feature.FeatureMatrix;
import io.auricle.feature.FeatureOptions;
import io.auricle.feature.MelOptions;
import io.auricle.label.Label;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The published pictures of GTZAN's mel spectrograms, read back into decibels: {@code
 * mel_level_u8.npy} {@code [clips][172][173]} and {@code mel_level_index.csv}. 255 is the clip's
 * maximum and 0 is 40 dB below; columns are frames about 3,812 samples apart at 22,050 Hz; rows are
 * evenly spaced on an axis that is linear in Hz up to 1 kHz and logarithmic above, two units and
 * log2(11.025) units long, the highest frequency first.
 */
final class PictureContents implements SourceLoader.Contents {
  private static final int ROWS = 172;
  private static final int COLUMNS = 173;
  private static final double RANGE_DB = 40;
  private static final double LINEAR_UNITS = 2;
  private static final double TOP_HZ = 11_025;

  /** The pixel of a row whose colour is the row's: somewhat below its middle. */
  private static final double PIXEL = 0.35;

  private final List<Track> tracks;
  private final Map<String, Integer> rows;
  private final byte[] levels;

  private PictureContents(List<Track> tracks, Map<String, Integer> rows, byte[] levels) {
    this.tracks = tracks;
    this.rows = rows;
    this.levels = levels;
  }

  static PictureContents load(SourceOptions options, FeatureOptions features)
      throws DatasetException, IOException {
    if (!(features instanceof MelOptions mel) || mel.bands() != 128 || mel.floorDb() != -RANGE_DB) {
      throw new IllegalArgumentException(
          "features=%s must be mel with bands=128 and floorDb=-40 for pictures".formatted(features));
    }
    Path folder = Path.of(options.path());
    CsvFile index =
        CsvFile.read(folder.resolve("mel_level_index.csv"), List.of("row", "track", "genre"));
    List<Track> tracks = new ArrayList<>();
    Map<String, Integer> rows = new LinkedHashMap<>();
    for (CsvFile.Row row : index.rows()) {
      TrackId id = TrackId.ofFileName(index.cell(row, "track"));
      tracks.add(new Track(id, null, List.of(new Label(index.cell(row, "genre"))), null));
      rows.put(id.value(), Integer.parseInt(index.cell(row, "row")));
    }
    return new PictureContents(tracks, rows, levels(folder.resolve("mel_level_u8.npy"), rows));
  }

  /** The bytes behind the header of NumPy's format. */
  private static byte[] levels(Path file, Map<String, Integer> rows)
      throws DatasetException, IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
    int header = 10 + (bytes.get(8) & 0xff) + ((bytes.get(9) & 0xff) << 8);
    String text = new String(bytes.array(), 0, header, StandardCharsets.ISO_8859_1);
    Matcher shape = Pattern.compile("'shape': \\((\\d+), 172, 173\\)").matcher(text);
    int last = rows.values().stream().mapToInt(row -> row).max().orElse(0);
    if (!text.contains("'|u1'") || !shape.find() || Integer.parseInt(shape.group(1)) <= last) {
      throw new DatasetException(file, "must hold bytes [%d or more, 172, 173]".formatted(last + 1));
    }
    byte[] levels = new byte[bytes.limit() - header];
    bytes.position(header).get(levels);
    return levels;
  }

  @Override
  public List<Track> tracks() {
    return tracks;
  }

  @Override
  public Map<String, LabelledTrack.Features> features(List<Track> chosen, List<FileError> errors) {
    int[] rowOfBand = rowOfBand();
    Map<String, LabelledTrack.Features> features = new LinkedHashMap<>();
    for (Track track : chosen) {
      int row = rows.getOrDefault(track.id().value(), 0);
      features.put(track.id().value(), () -> List.of(matrix(row, rowOfBand)));
    }
    return features;
  }

  private FeatureMatrix matrix(int picture, int[] rowOfBand) {
    float[] values = new float[COLUMNS * rowOfBand.length];
    for (int frame = 0; frame < COLUMNS; frame++) {
      for (int band = 0; band < rowOfBand.length; band++) {
        int level = levels[(picture * ROWS + rowOfBand[band]) * COLUMNS + frame] & 0xff;
        values[frame * rowOfBand.length + band] = (float) (level / 255.0 * RANGE_DB - RANGE_DB);
      }
    }
    return FeatureMatrix.of(COLUMNS, rowOfBand.length, values);
  }

  /** The middle of the rows that show a band; a band too narrow for a row has its neighbour's. */
  private static int[] rowOfBand() {
    int[] rowOfBand = new int[128];
    double top = MelScale.SLANEY.fromHz(TOP_HZ);
    for (int band = 0; band < rowOfBand.length; band++) {
      double low = MelScale.SLANEY.toHz(top * band / rowOfBand.length);
      double high = MelScale.SLANEY.toHz(top * (band + 1) / rowOfBand.length);
      List<Integer> shown = new ArrayList<>();
      for (int row = 0; row < ROWS; row++) {
        double hz = frequency(row);
        if (hz >= low && hz < high) {
          shown.add(row);
        }
      }
      if (!shown.isEmpty()) {
        rowOfBand[band] = shown.get(shown.size() / 2);
      } else {
        rowOfBand[band] = band == 0 ? ROWS - 1 : rowOfBand[band - 1];
      }
    }
    return rowOfBand;
  }

  private static double frequency(int row) {
    double units = LINEAR_UNITS + Math.log(TOP_HZ / 1000) / Math.log(2);
    double unit = (ROWS - 1 - row + PIXEL) / ROWS * units;
    return unit <= LINEAR_UNITS ? unit * 500 : 1000 * Math.pow(2, unit - LINEAR_UNITS);
  }
}
