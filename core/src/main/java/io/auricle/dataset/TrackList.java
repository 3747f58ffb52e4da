package io.auricle.dataset;

import io.auricle.label.Label;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects tracks and findings row by row from a labels file, and looks for the audio it names. */
final class TrackList {
  private final DatasetCard card;
  private final CsvFile labels;
  private final Path folder;
  private final List<Track> tracks = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<TrackId, Long> lines = new HashMap<>();
  private final Set<Path> listed = new HashSet<>();

  /**
   * @param folder what the paths of the labels file are relative to
   */
  TrackList(DatasetCard card, CsvFile labels, Path folder) {
    this.card = card;
    this.labels = labels;
    this.folder = folder;
  }

  /** Adds the track of a row. */
  void add(CsvFile.Row row, String id, Optional<Label> label, String path, @Nullable String artist)
      throws DatasetException {
    Path file = file(row, path);
    TrackId track = trackId(row, id);
    listed.add(file.normalize());
    if (card.faults().containsKey(track)) {
      findings.add(new Finding(Fault.KNOWN_FAULT, id, file, card.faults().getOrDefault(track, "")));
    } else if (label.isEmpty()) {
      findings.add(
          new Finding(
              Fault.OTHER_LABEL,
              id,
              file,
              "no single label of " + card.mapping().taxonomy().name()));
    } else if (!Files.isRegularFile(file)) {
      findings.add(
          new Finding(Fault.MISSING, id, file, "named in line " + row.line() + ", not there"));
    } else {
      tracks.add(new Track(track, file, List.of(label.get()), artist));
    }
  }

  /** The index of what was added; audio under the folder that no row named is a finding. */
  DatasetIndex index(Path root) throws DatasetException {
    if (tracks.isEmpty()) {
      throw new DatasetException(
          labels.path(), "no track of it has its audio here; expected:\n" + card.tree());
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files
          .filter(Files::isRegularFile)
          .filter(AudioExtension::isAudio)
          .filter(file -> !listed.contains(file.normalize()))
          .sorted()
          .forEach(
              file ->
                  findings.add(
                      new Finding(
                          Fault.UNLISTED,
                          folder.relativize(file).toString(),
                          file,
                          "not in " + labels.path().getFileName())));
    } catch (IOException | UncheckedIOException e) {
      throw DatasetException.unreadable(folder, e);
    }
    return new DatasetIndex(card, root, tracks, findings);
  }

  private TrackId trackId(CsvFile.Row row, String id) throws DatasetException {
    if (!TrackId.isValid(id)) {
      throw labels.error(row, "track id \"" + id + "\" must be one line of text");
    }
    TrackId track = new TrackId(id);
    Long earlier = lines.put(track, row.line());
    if (earlier != null) {
      throw labels.error(row, "track " + id + " is already in line " + earlier);
    }
    return track;
  }

  private Path file(CsvFile.Row row, String path) throws DatasetException {
    try {
      if (!path.isEmpty()) {
        return folder.resolve(path);
      }
    } catch (InvalidPathException e) {
      throw labels.error(row, "path=" + path + " is not a path: " + e.getReason());
    }
    throw labels.error(row, "path is empty");
  }
}
