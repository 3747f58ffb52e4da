package io.auricle.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
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
    List<Look> looks = index.tracks().parallelStream().map(this::look).toList();
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
    return new CheckReport(
        dataset.card(), root, sound.size(), DatasetIndex.labelCounts(target, sound), findings);
  }

  private Look look(Track track) {
    Path path = track.path();
    if (path == null) {
      return new Look(track, "", finding(track, Fault.MISSING, "no audio"));
    }
    String sha256;
    try {
      sha256 = sha256(path);
    } catch (IOException e) {
      return new Look(track, "", finding(track, Fault.UNREADABLE, e.getClass().getSimpleName()));
    }
    Optional<String> problem = new HeaderProbe().problem(path).or(() -> probe.problem(path));
    return new Look(track, sha256, problem.map(p -> finding(track, Fault.CORRUPT, p)).orElse(null));
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

  private static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
