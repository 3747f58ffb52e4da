package io.auricle.cli.train;

import io.auricle.cli.output.Messages;
import io.auricle.file.AudioScan;
import io.auricle.file.FileName;
import io.auricle.teach.TeachingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Folders as labels: what is below {@code FOLDER/jazz} is jazz. */
final class FolderLabels {
  private FolderLabels() {}

  /**
   * The files of each label; a folder within that of a label stands for an album.
   *
   * @throws TeachingException if the folder has no folders with sound
   */
  static List<LabelledFile> find(Path folder) throws IOException, TeachingException {
    if (!Files.isDirectory(folder)) {
      throw new TeachingException(
          folder + ": no such folder; it must hold a folder for each label, such as jazz/*.mp3");
    }
    List<Path> labels;
    try (Stream<Path> entries = Files.list(folder)) {
      labels =
          entries
              .filter(Files::isDirectory)
              .filter(entry -> !name(entry).startsWith("."))
              .sorted()
              .toList();
    }
    List<LabelledFile> files = new ArrayList<>();
    for (Path label : labels) {
      for (Path file : AudioScan.below(label, false)) {
        @Nullable Path parent = file.getParent();
        @Nullable String album =
            parent == null || parent.equals(label) ? null : FileName.text(parent);
        files.add(new LabelledFile(file, name(label), null, album));
      }
    }
    if (files.isEmpty()) {
      throw new TeachingException(
          folder + ": it must hold a folder for each label with sound in it, such as jazz/*.mp3");
    }
    return files;
  }

  private static String name(Path path) {
    return Messages.oneLine(String.valueOf(path.getFileName()));
  }
}
