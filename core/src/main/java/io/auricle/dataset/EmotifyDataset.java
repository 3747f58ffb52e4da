package io.auricle.dataset;

import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Emotify's genres: classical, electronic, pop and rock. The artists are not known. */
final class EmotifyDataset implements Dataset {
  private static final DatasetCard CARD =
      new DatasetCard(
          "emotify",
          "Emotify: songs from Magnatune, with listeners' emotions",
          "A. Aljanaki, F. Wiering, R. C. Veltkamp: Studying emotion induced by music through a"
              + " crowdsourcing game, Information Processing and Management 52(1), 2016,"
              + " doi:10.1016/j.ipm.2015.03.004",
          "Annotations for research; music as licensed by Magnatune (CC BY-NC-SA).",
          "From the authors' page at Utrecht University; labels.csv lists the tracks at hand.",
          """
          DIR/labels.csv with at least the columns track,genre,path
          DIR/<genre>/001.opus and so on, where path says""",
          LabelMapping.of(Taxonomy.GENRE),
          Map.of());

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex load(Path root) throws DatasetException {
    CsvFile csv = CsvFile.read(root.resolve("labels.csv"), List.of("track", "genre", "path"));
    TrackList tracks = new TrackList(CARD, csv, root);
    for (CsvFile.Row row : csv.rows()) {
      tracks.add(
          row,
          csv.cell(row, "track"),
          CARD.mapping().find(csv.cell(row, "genre")),
          csv.cell(row, "path"),
          null);
    }
    return tracks.index(root);
  }
}
