package io.auricle.extract;

import io.auricle.label.Label;
import io.auricle.label.Taxonomy;
import java.nio.file.Path;

/** The genre that a file's place says. */
final class TrackLabel {
  private TrackLabel() {}

  /** The parent folder's name where that is a known genre, else empty. */
  static String of(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    return folder == null || folder.getFileName() == null
        ? ""
        : Taxonomy.GENRE.find(folder.getFileName().toString()).map(Label::name).orElse("");
  }
}
