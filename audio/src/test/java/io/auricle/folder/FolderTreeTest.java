package io.auricle.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderTreeTest {
  private final Path folder;
  private final Path precious;

  FolderTreeTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    Path strangers = Files.createDirectories(folder.resolve("strangers").resolve("inner"));
    this.precious = Files.writeString(strangers.resolve("precious.txt"), "precious");
  }

  @Test
  void everythingInAFolderGoesAndNothingBehindItsLinks() throws IOException {
    Path tree = Files.createDirectories(folder.resolve("tree"));
    Files.createDirectories(tree.resolve("a").resolve("b"));
    Files.writeString(tree.resolve("a").resolve("b").resolve("file"), "x");
    Files.createSymbolicLink(tree.resolve("link"), folder.resolve("strangers"));
    Files.createSymbolicLink(tree.resolve("a").resolve("link"), precious);
    Files.createSymbolicLink(tree.resolve("a").resolve("dangling"), folder.resolve("nowhere"));
    FolderTree.remove(tree);
    assertTrue(Files.notExists(tree, LinkOption.NOFOLLOW_LINKS));
    assertEquals("precious", Files.readString(precious));
  }

  @Test
  void linkGoesItself() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("strangers"));
    FolderTree.remove(link);
    assertTrue(Files.notExists(link, LinkOption.NOFOLLOW_LINKS));
    assertEquals("precious", Files.readString(precious));
  }

  @Test
  void whatIsNotThereIsNoFault() throws IOException {
    FolderTree.remove(folder.resolve("nothing"));
    FolderTree.remove(folder.resolve("nothing").resolve("below"));
  }
}
