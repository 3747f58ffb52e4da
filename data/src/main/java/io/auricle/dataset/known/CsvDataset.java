package io.auricle.dataset.known;

import io.auricle.dataset.CsvFile;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The user's own list: a CSV file of paths and labels or tags, with artists and albums if known. A
 * label that is a genre or an alias of one becomes that genre, others stay as they are; tags all
 * stay as they are.
 */
final class CsvDataset implements Dataset {
  private static final DatasetCard CARD = CardFile.read("csv");

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex annotations(Path root, Target target) throws DatasetException {
    String column = target.several() ? "tags" : "label";
    Path file = Files.isDirectory(root) ? root.resolve("labels.csv") : root;
    CsvFile csv = CsvFile.read(file, List.of("path", column));
    TrackList tracks = new TrackList(CARD, target, file, file.toAbsolutePath().resolveSibling(""));
    for (CsvFile.Row row : csv.rows()) {
      String path = csv.cell(row, "path");
      Path audio = tracks.file(row.line(), path.replace('\\', '/'));
      String word = csv.cell(row, column);
      tracks.add(
          row.line(),
          new Track(
              tracks.id(row.line(), path),
              audio,
              target.several()
                  ? LabelWords.words(word).distinct().map(Label::new).toList()
                  : List.of(label(csv, row, target, word)),
              csv.optional(row, "artist"),
              csv.optional(row, "album"),
              null));
    }
    return tracks.index(root);
  }

  private static Label label(CsvFile csv, CsvFile.Row row, Target target, String word)
      throws DatasetException {
    if (word.isEmpty()) {
      throw csv.error(row, "label is empty");
    }
    return new LabelWords(target, LabelMapping.of(Taxonomy.GENRE))
        .one(word)
        .orElseThrow(
            () -> csv.error(row, "label=%s must be one of %s".formatted(word, target.labels())));
  }
}
