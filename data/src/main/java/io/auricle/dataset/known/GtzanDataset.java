package io.auricle.dataset.known;

import io.auricle.dataset.Checksums;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Fault;
import io.auricle.dataset.Finding;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.file.AudioExtension;
import io.auricle.label.Label;
import io.auricle.label.Taxonomy;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * GTZAN: ten genres of 100 clips of 30 s. Found in each of its usual layouts, which may lie side by
 * side; a clip that is there twice counts once, the one of the layout named first.
 */
final class GtzanDataset implements Dataset {
  private static final int CLIPS_A_GENRE = 100;
  private static final List<String> LAYOUTS = List.of("genres_original", "genres", "excerpts", ".");

  private static final DatasetCard CARD = CardFile.read("gtzan");

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex annotations(Path root, Target target) throws DatasetException {
    Map<TrackId, Track> found = new TreeMap<>();
    List<Finding> findings = new ArrayList<>();
    try {
      for (Path base : bases(root)) {
        collect(base, found, findings);
      }
    } catch (IOException | UncheckedIOException e) {
      throw DatasetException.unreadable(root, e);
    }
    if (found.isEmpty()) {
      throw new DatasetException(root, "no GTZAN clip here; expected\n" + CARD.tree());
    }
    CARD.faults()
        .bad()
        .forEach(
            (id, reason) -> {
              Track track = found.remove(id);
              findings.add(
                  new Finding(
                      Fault.KNOWN_FAULT, id.value(), track == null ? null : track.path(), reason));
            });
    addMissing(found, findings);
    return new DatasetIndex(CARD, target, root, List.copyOf(found.values()), findings);
  }

  /** Those of the first clip of each genre, as WAV. */
  @Override
  public Map<String, String> checksums(Path root) throws DatasetException {
    Path list = Path.of("gtzan.sha256");
    try (InputStream in = GtzanDataset.class.getResourceAsStream(list.toString())) {
      return Checksums.read(list, Objects.requireNonNull(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every folder that may hold the folders of the genres. */
  private static List<Path> bases(Path root) throws IOException {
    List<Path> parents = new ArrayList<>(List.of(root));
    try (Stream<Path> children = Files.list(root)) {
      children.filter(Files::isDirectory).sorted().forEach(parents::add);
    }
    return LAYOUTS.stream()
        .flatMap(layout -> parents.stream().map(parent -> parent.resolve(layout).normalize()))
        .distinct()
        .toList();
  }

  private static void collect(Path base, Map<TrackId, Track> found, List<Finding> findings)
      throws IOException {
    for (Label genre : Taxonomy.GTZAN.labels()) {
      Path folder = base.resolve(genre.name());
      if (!Files.isDirectory(folder)) {
        continue;
      }
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.filter(AudioExtension::isAudio).sorted().toList()) {
          String name = file.getFileName().toString();
          TrackId id = TrackId.ofFileName(name);
          if (isClip(id, genre)) {
            found.putIfAbsent(
                id,
                new Track(id, file, List.of(genre), null, null, CARD.faults().copies().get(id)));
          } else {
            findings.add(
                new Finding(Fault.UNLISTED, name, file, "not named as a clip of " + genre));
          }
        }
      }
    }
  }

  private static boolean isClip(TrackId id, Label genre) {
    return id.value().matches(genre + "\\.000\\d\\d");
  }

  private static void addMissing(Map<TrackId, Track> found, List<Finding> findings) {
    for (Label genre : Taxonomy.GTZAN.labels()) {
      for (int clip = 0; clip < CLIPS_A_GENRE; clip++) {
        TrackId id = new TrackId("%s.%05d".formatted(genre, clip));
        if (!found.containsKey(id) && !CARD.faults().bad().containsKey(id)) {
          findings.add(new Finding(Fault.MISSING, id.value(), null, "no file of this clip"));
        }
      }
    }
  }
}
