package io.auricle.dataset.known;

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
import org.jspecify.annotations.Nullable;

/** Collects tracks and findings row by row from a labels file, and looks for the audio it names. */
final class TrackList {
  private final DatasetCard card;
  private final Target target;
  private final Path labels;
  private final Path folder;
  private final List<Track> tracks = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private final Map<TrackId, Long> lines = new HashMap<>();
  private final Set<Path> listed = new HashSet<>();

  /**
   * @param labels the file that is read
   * @param folder under which its audio lies
   */
  TrackList(DatasetCard card, Target target, Path labels, Path folder) {
    this.card = card;
    this.target = target;
    this.labels = labels;
    this.folder = folder;
  }

  /**
   * Adds the track of a line; without a file it is a finding, too.
   *
   * @param track with the file it should have, or null if there is nothing where it might be
   */
  void add(long line, Track track) throws DatasetException {
    Path file = register(line, track.id(), track.path());
    String bad = card.faults().bad().get(track.id());
    if (bad != null) {
      findings.add(new Finding(Fault.KNOWN_FAULT, track.id().value(), file, bad));
    } else if (file != null && Files.isRegularFile(file)) {
      tracks.add(track);
    } else {
      String note = "named in line %d of %s, not there".formatted(line, labels.getFileName());
      findings.add(new Finding(Fault.MISSING, track.id().value(), file, note));
      tracks.add(track.silent());
    }
  }

  /**
   * Adds the track of a line, or leaves it out if its word stands for no label of the target.
   *
   * @param track without labels
   * @param word as in the file
   * @param label what it stands for
   */
  void add(long line, Track track, String word, Optional<Label> label) throws DatasetException {
    if (label.isPresent()) {
      add(line, track.labelled(List.of(label.get())));
    } else {
      String note =
          "line %d: \"%s\" is no label of target %s".formatted(line, word, target.spelling());
      Path file = register(line, track.id(), track.path());
      findings.add(new Finding(Fault.OTHER_LABEL, track.id().value(), file, note));
    }
  }

  /** The index of what was added; audio under the folder that no row named is a finding. */
  DatasetIndex index(Path root) throws DatasetException {
    if (tracks.isEmpty()) {
      throw new DatasetException(
          labels, "no track with a label of target " + target.spelling() + " in it");
    }
    for (Path file : AudioFolder.files(folder)) {
      if (!listed.contains(file.normalize())) {
        findings.add(
            new Finding(
                Fault.UNLISTED,
                FileName.inside(folder.relativize(file)),
                file,
                "not in " + labels.getFileName()));
      }
    }
    return new DatasetIndex(card, target, root, tracks, findings);
  }

  /** The id of a cell. */
  TrackId id(long line, String cell) throws DatasetException {
    if (!TrackId.isValid(cell)) {
      throw new DatasetException(
          labels, line, "track id \"" + cell + "\" must be one line of text");
    }
    return new TrackId(cell);
  }

  /** The file of a cell, which is relative to the folder. */
  Path file(long line, String cell) throws DatasetException {
    try {
      if (!cell.isEmpty()) {
        return folder.resolve(cell);
      }
    } catch (InvalidPathException e) {
      throw new DatasetException(labels, line, "path=" + cell + " is not a path: " + e.getReason());
    }
    throw new DatasetException(labels, line, "path is empty");
  }

  private @Nullable Path register(long line, TrackId id, @Nullable Path path)
      throws DatasetException {
    Long earlier = lines.put(id, line);
    if (earlier != null) {
      throw new DatasetException(labels, line, "track " + id + " is already in line " + earlier);
    }
    if (path != null) {
      listed.add(path.normalize());
    }
    return path;
  }
}
