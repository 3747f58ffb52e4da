package io.auricle.dataset.known;

import io.auricle.dataset.Checksums;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetCard;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import io.auricle.label.Label;
import io.auricle.label.LabelMapping;
import io.auricle.label.Taxonomy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FMA, the Free Music Archive: the tracks of the subset whose folder is there, with their top genre
 * or all their genres. Genres that are ours have our names.
 */
final class FmaDataset implements Dataset {
  private static final DatasetCard CARD = CardFile.read("fma");
  private static final String OFFICIAL = "official";

  /** Each holds those before it; the last two hold the same tracks. */
  private static final List<String> SUBSETS = List.of("small", "medium", "large", "full");

  @Override
  public DatasetCard card() {
    return CARD;
  }

  @Override
  public DatasetIndex annotations(Path root, Target target) throws DatasetException {
    Path metadata = metadata(root);
    Path audio = audio(root);
    int largest = subset(audio);
    FmaTable table = FmaTable.in(metadata, target.several());
    LabelWords words = new LabelWords(target, LabelMapping.of(Taxonomy.GENRE));
    TrackList tracks = new TrackList(CARD, target, table.file(), audio == null ? metadata : audio);
    for (FmaTable.Row row : table.rows()) {
      if (SUBSETS.indexOf(row.subset()) > largest) {
        continue;
      }
      Path file = audio == null ? null : audio.resolve(row.path());
      Track track = new Track(row.track(), file, List.of(), row.artist(), row.album(), null);
      if (target.several()) {
        List<Label> labels = words.several(row.genres().stream());
        tracks.add(row.line(), track.labelled(labels));
      } else {
        tracks.add(row.line(), track, row.topGenre(), words.one(row.topGenre()));
      }
    }
    return tracks.index(root);
  }

  @Override
  public Map<String, List<Track>> published(Path root, Target target, String split)
      throws DatasetException {
    if (!split.equals(OFFICIAL)) {
      return Dataset.super.published(root, target, split);
    }
    Map<TrackId, String> partOf = new HashMap<>();
    FmaTable.in(metadata(root), false).rows().forEach(row -> partOf.put(row.track(), row.part()));
    Map<String, List<Track>> parts = new TreeMap<>();
    for (Track track : annotations(root, target).tracks()) {
      String part = partOf.getOrDefault(track.id(), "");
      parts.computeIfAbsent(part, key -> new ArrayList<>()).add(track.silent());
    }
    return parts;
  }

  @Override
  public Map<String, String> checksums(Path root) throws DatasetException {
    Path audio = audio(root);
    Path list = audio == null ? null : audio.resolve("checksums");
    return list != null && Files.isRegularFile(list) ? Checksums.read(list) : Map.of();
  }

  /** Where tracks.csv is: in the folder, in its fma_metadata or in that beside it. */
  private static Path metadata(Path root) throws DatasetException {
    return Stream.of("fma_metadata", ".", "../fma_metadata")
        .map(name -> root.resolve(name).normalize())
        .filter(folder -> Files.isRegularFile(folder.resolve(FmaTable.TRACKS)))
        .findFirst()
        .orElseThrow(
            () ->
                new DatasetException(
                    root,
                    "no %s here or in fma_metadata; expected:\n%s"
                        .formatted(FmaTable.TRACKS, CARD.tree())));
  }

  /** The folder of audio: this one, or the only one of the subsets in it; null if there is none. */
  private static @Nullable Path audio(Path root) throws DatasetException {
    if (SUBSETS.contains(subsetName(root))) {
      return root;
    }
    List<Path> found =
        SUBSETS.stream()
            .map(subset -> root.resolve("fma_" + subset))
            .filter(Files::isDirectory)
            .toList();
    if (found.size() > 1) {
      throw new DatasetException(root, "has several subsets, give the folder of one: " + found);
    }
    return found.isEmpty() ? null : found.get(0);
  }

  private static int subset(@Nullable Path audio) {
    return SUBSETS.indexOf(audio == null ? "full" : subsetName(audio));
  }

  private static String subsetName(Path folder) {
    return String.valueOf(folder.toAbsolutePath().normalize().getFileName())
        .replaceFirst("^fma_", "");
  }
}
