package io.auricle.dataset.known;

import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Fault;
import io.auricle.dataset.Finding;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.file.FileName;
import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Any tree with a folder a label. A folder whose name is a genre or an alias of one gets that
 * genre, others their own name. The track id is the path below the root.
 */
final class FolderDataset implements Dataset {
  private static final DatasetCard CARD = CardFile.read("folder");
  private static final LabelMapping GENRES = LabelMapping.of(Taxonomy.GENRE);

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex annotations(Path root, Target target) throws DatasetException {
    List<Track> tracks = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    for (Path file : AudioFolder.files(root)) {
      Path relative = root.relativize(file);
      String id = FileName.inside(relative);
      if (relative.getNameCount() < 2) {
        findings.add(new Finding(Fault.UNLISTED, id, file, "not in a folder of a label"));
      } else if (!TrackId.isValid(id)) {
        findings.add(new Finding(Fault.UNLISTED, id, file, "its name has control characters"));
      } else {
        tracks.add(new Track(new TrackId(id), file, List.of(label(relative)), null));
      }
    }
    if (tracks.isEmpty()) {
      throw new DatasetException(root, "no folder with audio files; expected " + CARD.tree());
    }
    return new DatasetIndex(CARD, target, root, tracks, findings);
  }

  private static Label label(Path relative) {
    String folder = FileName.inside(relative.getName(0)).strip();
    return GENRES.find(folder).orElseGet(() -> new Label(folder));
  }
}
