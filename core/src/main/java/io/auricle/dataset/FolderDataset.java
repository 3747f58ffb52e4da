package io.auricle.dataset;

import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

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
    for (Path file : audioFiles(root)) {
      Path relative = root.relativize(file);
      String id = idOf(relative);
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
    String folder = relative.getName(0).toString().strip();
    return GENRES.find(folder).orElseGet(() -> new Label(folder));
  }

  /** The relative path with slashes on every system. */
  private static String idOf(Path relative) {
    return StreamSupport.stream(relative.spliterator(), false)
        .map(Path::toString)
        .collect(Collectors.joining("/"));
  }

  private static List<Path> audioFiles(Path root) throws DatasetException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).filter(AudioExtension::isAudio).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw DatasetException.unreadable(root, e);
    }
  }
}
