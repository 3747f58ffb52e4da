package io.auricle.experiment.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The commit that a folder is checked out at, read from Git's own files: no Git is needed. */
final class GitCommit {
  private static final String HASH = "[0-9a-f]{40}([0-9a-f]{24})?";

  private GitCommit() {}

  /** The hash of HEAD in the checkout that a path lies in; empty if it lies in none. */
  static Optional<String> of(Path path) {
    for (Path folder = path.toAbsolutePath(); folder != null; folder = folder.getParent()) {
      Path git = folder.resolve(".git");
      if (Files.exists(git)) {
        try {
          return head(repository(git));
        } catch (IOException e) {
          // A commit is a help to the reader, no need of the run.
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  /** In a worktree of its own {@code .git} is a file that says where the folder is. */
  private static Path repository(Path git) throws IOException {
    if (Files.isDirectory(git)) {
      return git;
    }
    String line = Files.readString(git).strip();
    return git.resolveSibling(line.replaceFirst("^gitdir: ", ""));
  }

  private static Optional<String> head(Path repository) throws IOException {
    String head = Files.readString(repository.resolve("HEAD")).strip();
    if (head.matches(HASH)) {
      return Optional.of(head);
    }
    String name = head.replaceFirst("^ref: ", "");
    Path common = repository.resolve("commondir");
    Path shared =
        Files.exists(common)
            ? repository.resolve(Files.readString(common).strip()).normalize()
            : repository;
    Path loose = shared.resolve(name);
    if (Files.exists(loose)) {
      return Optional.of(Files.readString(loose).strip()).filter(hash -> hash.matches(HASH));
    }
    for (String line : Files.readAllLines(shared.resolve("packed-refs"))) {
      if (line.endsWith(" " + name)) {
        return Optional.of(line.substring(0, line.indexOf(' ')));
      }
    }
    return Optional.empty();
  }
}
