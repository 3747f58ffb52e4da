package io.auricle.dataset.check;

import io.auricle.dataset.Checksums;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Fault;
import io.auricle.dataset.Finding;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.label.Label;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens every file of a data set and says what is there, missing, corrupt or there twice. */
public final class DatasetCheck {
  private final Probe probe;

  /**
   * @param probe looks into each file after its header was found right; it is called from several
   *     threads
   */
  public DatasetCheck(Probe probe) {
    this.probe = probe;
  }

  /** A file as looked at: its content's hash, or what is wrong with it. */
  private record Look(Track track, String sha256, @Nullable Finding finding) {}

  /**
   * Checks a data set. Files are read by all cores; the result does not depend on their order.
   *
   * @throws DatasetException as {@link Dataset#load}
   */
  public CheckReport check(Dataset dataset, Path root, Target target) throws DatasetException {
    DatasetIndex index = dataset.load(root, target);
    Map<String, String> checksums = dataset.checksums(root);
    List<Look> looks =
        index.tracks().parallelStream().map(track -> look(track, checksums)).toList();
    List<Finding> findings = new ArrayList<>(index.findings());
    List<Track> sound = new ArrayList<>();
    Map<String, Track> firstOf = new HashMap<>();
    for (Look look : looks) {
      if (look.finding() != null) {
        findings.add(look.finding());
        continue;
      }
      Track twin = firstOf.putIfAbsent(look.sha256(), look.track());
      if (twin == null) {
        sound.add(look.track());
      } else {
        findings.add(finding(look.track(), Fault.DUPLICATE, twinNote(look.track(), twin)));
      }
    }
    Map<Label, Integer> counts = DatasetIndex.labelCounts(target, sound);
    counts.forEach(
        (label, count) -> {
          if (count == 0) {
            String note = "no usable track of target " + target.name();
            findings.add(new Finding(Fault.EMPTY_LABEL, label.name(), null, note));
          }
        });
    return new CheckReport(dataset.card(), target, root, sound.size(), counts, findings);
  }

  private Look look(Track track, Map<String, String> checksums) {
    Path path = track.path();
    if (path == null) {
      return new Look(track, "", finding(track, Fault.MISSING, "no audio"));
    }
    try {
      String sha256 = Checksums.sha256(path);
      Optional<Finding> bad =
          new HeaderProbe()
              .problem(path)
              .or(() -> probe.problem(path))
              .map(problem -> finding(track, Fault.CORRUPT, problem));
      String published = checksums.get(Checksums.key(path));
      if (bad.isEmpty() && published != null && !Checksums.fits(path, published)) {
        bad = Optional.of(finding(track, Fault.CHANGED, "the published checksum is " + published));
      }
      return new Look(track, sha256, bad.orElse(null));
    } catch (IOException e) {
      return new Look(track, "", finding(track, Fault.UNREADABLE, e.getClass().getSimpleName()));
    }
  }

  private static Finding finding(Track track, Fault fault, String note) {
    return new Finding(fault, track.id().value(), track.path(), note);
  }

  private static String twinNote(Track track, Track twin) {
    String labels =
        track.labels().equals(twin.labels())
            ? ""
            : ", but labelled " + track.labels() + " there " + twin.labels();
    return "the same content as " + twin.id() + labels;
  }
}
