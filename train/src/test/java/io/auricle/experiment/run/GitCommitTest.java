package io.auricle.experiment.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitCommitTest {
  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  private Path folder;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    folder = temporary;
  }

  @Test
  void branchIsFollowedFromAnyFolderInside() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/refs/heads/main", HASH + "\n");
    assertEquals(
        Optional.of(HASH), GitCommit.of(Files.createDirectories(folder.resolve("a/b/c.jar"))));
  }

  @Test
  void packedBranchIsFound() throws IOException {
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(".git/packed-refs", "# pack-refs with: peeled\n" + HASH + " refs/heads/main\n");
    assertEquals(Optional.of(HASH), GitCommit.of(folder));
  }

  @Test
  void headWithoutBranchIsTheCommit() throws IOException {
    write(".git/HEAD", HASH + "\n");
    assertEquals(Optional.of(HASH), GitCommit.of(folder));
  }

  @Test
  void worktreeSharesTheBranchesOfItsRepository() throws IOException {
    write("main/.git/worktrees/two/HEAD", "ref: refs/heads/two\n");
    write("main/.git/worktrees/two/commondir", "../..\n");
    write("main/.git/refs/heads/two", HASH + "\n");
    write("two/.git", "gitdir: " + folder.resolve("main/.git/worktrees/two") + "\n");
    assertEquals(Optional.of(HASH), GitCommit.of(folder.resolve("two")));
  }

  @Test
  void brokenCheckoutHasNoCommit() throws IOException {
    write(".git/HEAD", "ref: refs/heads/none\n");
    assertEquals(Optional.empty(), GitCommit.of(folder));
  }

  private void write(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.resolveSibling("."));
    Files.writeString(path, text);
  }
}
