package io.auricle.experiment.source;

import io.auricle.dataset.Fault;
import io.auricle.dataset.Finding;
import io.auricle.dataset.Track;
import io.auricle.experiment.source.Source.FileError;
import io.auricle.text.ShortList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Says which tracks of a collection are not learned from, and which are there twice. */
final class LeftOut {
  /** Whoever has a part of a collection need not read all of what is missing. */
  private static final int NAMED = 5;

  /** What other labels do is counted elsewhere. */
  private static final Set<Fault> SAID =
      Set.of(Fault.MISSING, Fault.KNOWN_FAULT, Fault.UNLISTED, Fault.UNREADABLE, Fault.CORRUPT);

  private LeftOut() {}

  /** A sentence for each kind of fault that a data set found in its folder. */
  static List<String> said(Path root, List<Finding> findings) {
    List<String> sentences = new ArrayList<>();
    for (Fault fault : Fault.values()) {
      List<String> names =
          findings.stream()
              .filter(finding -> finding.fault() == fault && SAID.contains(fault))
              .map(finding -> "%s (%s)".formatted(finding.name(), finding.note()))
              .toList();
      if (!names.isEmpty()) {
        sentences.add(
            "%s: left out, %s: %s".formatted(root, fault.title(), ShortList.of(names, NAMED)));
      }
    }
    return sentences;
  }

  /** A sentence where files could not be analysed, with the reason of each. */
  static List<String> failed(String path, List<FileError> errors) {
    List<String> names = errors.stream().map(LeftOut::failure).toList();
    return names.isEmpty()
        ? List.of()
        : List.of("%s: left out: %s".formatted(path, ShortList.of(names, NAMED)));
  }

  /** The file as it is called below the source's folder; most messages begin with its path. */
  private static String failure(FileError error) {
    String message = error.message().replace(error.path() + ": ", "");
    return "%s (%s)".formatted(Path.of(error.path()).getFileName(), message);
  }

  /** A sentence where files of several tracks are the same, byte for byte. */
  static List<String> doubled(String path, List<List<Track>> copies) {
    List<String> sets =
        copies.stream()
            .map(set -> String.join(" = ", set.stream().map(t -> t.id().value()).toList()))
            .toList();
    return sets.isEmpty()
        ? List.of()
        : List.of(
            "%s: the same file under several names: %s; on one side of any split that does not leak"
                .formatted(path, ShortList.of(sets, NAMED)));
  }
}
