package io.auricle.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;

/**
 * The files with sound below a folder, by their endings, sorted by path.
 *
 * <p>Links to files and folders are followed. A folder is entered once, however many ways lead to
 * it: by itself if it lies in the tree, else by the first link; a link to a folder that holds the
 * link is not followed at all, for it would lead around in a circle. So a file is listed once for
 * each of its names, but never again by way of a folder.
 *
 * <p>Left out are hidden files and folders, those that systems and servers keep beside the user's,
 * and what has an ending that is not only sound's and is a text.
 */
public final class AudioScan {
  private static final Set<String> KEPT_BY_SYSTEMS =
      Set.of(
          "@eadir",
          "@recycle",
          "@recently-snapshot",
          "#recycle",
          "#snapshot",
          "__macosx",
          "$recycle.bin",
          "system volume information",
          "lost+found");

  /** So much of a file is looked at. */
  public static final int HEAD_BYTES = 4096;

  private static final int IFF_BYTES = 12;

  private final boolean hidden;
  private final List<Path> found = new ArrayList<>();

  /** Folders that were entered, by their real paths. */
  private final Set<Path> entered = new HashSet<>();

  /** Links to folders that wait until all folders of the tree are known, with their targets. */
  private final TreeMap<Path, Path> links = new TreeMap<>();

  private AudioScan(boolean hidden) {
    this.hidden = hidden;
  }

  /**
   * All files with sound below a folder, which may itself be a link, and hidden.
   *
   * @param hidden whether what is hidden or kept by systems is taken, too
   * @return files by their paths below {@code folder}; a folder that cannot be read is listed in
   *     place of its files, so that whoever opens it says why
   * @throws IOException if the folder itself cannot be read
   */
  public static List<Path> below(Path folder, boolean hidden) throws IOException {
    AudioScan scan = new AudioScan(hidden);
    scan.enter(folder, folder.toRealPath());
    while (!scan.links.isEmpty()) {
      var link = scan.links.pollFirstEntry();
      scan.follow(link.getKey(), link.getValue());
    }
    scan.found.sort(null);
    return List.copyOf(scan.found);
  }

  /** All visible files with sound below a folder. */
  public static List<Path> below(Path folder) throws IOException {
    return below(folder, false);
  }

  /** Whether a scan takes an entry of a folder, by its name; of files it is to have an ending. */
  private boolean isTaken(Path entry) {
    return hidden || isVisible(String.valueOf(entry.getFileName()));
  }

  /** Whether a file or folder of this name is neither hidden nor kept by a system. */
  public static boolean isVisible(String name) {
    return !(name.startsWith(".") || KEPT_BY_SYSTEMS.contains(name.toLowerCase(Locale.ROOT)));
  }

  private void enter(Path folder, Path real) throws IOException {
    if (!entered.add(real)) {
      return;
    }
    List<Path> folders = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
      for (Path entry : entries) {
        if (!isTaken(entry)) {
          continue;
        }
        if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
          folders.add(entry);
        } else if (Files.isDirectory(entry)) {
          links.put(entry, entry.toRealPath());
        } else {
          add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    for (Path inner : folders) {
      enterOrList(inner, real.resolve(folder.relativize(inner)));
    }
  }

  private void enterOrList(Path folder, Path real) {
    try {
      enter(folder, real);
    } catch (IOException e) {
      found.add(folder);
    }
  }

  private void follow(Path link, Path target) throws IOException {
    Path home = link.resolveSibling("").toRealPath();
    if (!home.startsWith(target)) {
      enterOrList(link, target);
    }
  }

  private void add(Path file) {
    if (AudioExtension.isKnown(file)
        && !(AudioExtension.isAmbiguous(file) && isSomethingElse(file))) {
      found.add(file);
    }
  }

  /** Whether a file is seen not to be sound; what cannot be looked at may be. */
  private static boolean isSomethingElse(Path file) {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      return isSomethingElse(in.readNBytes(HEAD_BYTES));
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Whether a file of an {@linkplain AudioExtension#isAmbiguous ambiguous} name is no sound.
   *
   * @param head its first bytes, {@value #HEAD_BYTES} or fewer if there are no more
   */
  public static boolean isSomethingElse(byte[] head) {
    return TextBytes.isText(head) || isOtherIff(head);
  }

  /** Whether these are the first bytes of an IFF file that is a picture or the like. */
  private static boolean isOtherIff(byte[] head) {
    String start = new String(head, 0, Math.min(head.length, IFF_BYTES), ISO_8859_1);
    return start.startsWith("FORM") && !start.matches("(?s)FORM....(8SVX|16SV|MAUD|AIFF|AIFC)");
  }
}
