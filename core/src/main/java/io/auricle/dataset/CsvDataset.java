package io.auricle.dataset;

import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The user's own list: a CSV file of paths and labels, with artists if known. A label that is a
 * genre or an alias of one becomes that genre, others stay as they are.
 */
final class CsvDataset implements Dataset {
  private static final DatasetCard CARD =
      new DatasetCard(
          "csv",
          "Your own list of files",
          "Your own collection: nothing to cite.",
          "As your files.",
          "Write a CSV file with the columns path,label and, so that no artist is on two sides of a"
              + " split, artist.",
          "LIST.csv, or DIR/labels.csv, with the columns path,label[,artist]; paths are relative to"
              + " its folder",
          LabelMapping.of(Taxonomy.GENRE),
          Map.of());

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex load(Path root) throws DatasetException {
    Path file = Files.isDirectory(root) ? root.resolve("labels.csv") : root;
    CsvFile csv = CsvFile.read(file, List.of("path", "label"));
    boolean hasArtist = csv.columns().contains("artist");
    TrackList tracks = new TrackList(CARD, csv, file.toAbsolutePath().resolveSibling(""));
    for (CsvFile.Row row : csv.rows()) {
      String path = csv.cell(row, "path");
      tracks.add(
          row,
          path.replace('\\', '/'),
          Optional.of(label(csv, row)),
          path,
          hasArtist ? csv.cell(row, "artist") : null);
    }
    return tracks.index(root);
  }

  private static Label label(CsvFile csv, CsvFile.Row row) throws DatasetException {
    String word = csv.cell(row, "label");
    if (word.isEmpty()) {
      throw csv.error(row, "label is empty");
    }
    return CARD.mapping().find(word).orElseGet(() -> new Label(word));
  }
}
