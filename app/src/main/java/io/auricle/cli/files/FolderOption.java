package io.auricle.cli.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What of a folder is meant by naming it: an option of every command that takes folders. */
public final class FolderOption {
  @Option(
      names = "--hidden",
      description =
          "Of folders take hidden files and folders, too, and those that systems keep there"
              + " (.Trash-*, @eaDir, __MACOSX ...).")
  private boolean hidden;

  /** The files that paths mean, as {@link GivenFiles#of}. */
  public List<Path> files(List<Path> paths) throws IOException {
    return GivenFiles.of(paths, hidden);
  }
}
