package io.auricle.file;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.auricle.work.FileAnswers;
import io.auricle.work.NoAnswerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
  private final FileAnswers answers;
  private final TreeMap<Path, Optional<BasicFileAttributes>> files = new TreeMap<>();
  private final List<Path> unreadable = new ArrayList<>();
  private final List<Path> silent = new ArrayList<>();

  /** Folders that were entered, by their real paths. */
  private final Set<Path> entered = new HashSet<>();

  /** Links to folders that wait until all folders of the tree are known, with their targets. */
  private final TreeMap<Path, Path> links = new TreeMap<>();

  private AudioScan(boolean hidden, FileAnswers answers) {
    this.hidden = hidden;
    this.answers = answers;
  }

  /**
   * What is below a folder.
   *
   * @param files sorted, with what the system says of them if it does
   * @param unreadable folders that cannot be read
   * @param silent files and folders that do not answer; nothing below them is in {@code files}
   */
  public record Found(
      SortedMap<Path, Optional<BasicFileAttributes>> files,
      List<Path> unreadable,
      List<Path> silent) {}

  /**
   * All files with sound below a folder, which may itself be a link, and hidden.
   *
   * @param hidden whether what is hidden or kept by systems is taken, too
   * @return files by their paths below {@code folder}; a folder that cannot be read is listed in
   *     place of its files, so that whoever opens it says why
   * @throws IOException if the folder itself cannot be read
   */
  public static List<Path> below(Path folder, boolean hidden) throws IOException {
    Found found = below(folder, hidden, FileAnswers.whenever());
    List<Path> all = new ArrayList<>(found.files().keySet());
    all.addAll(found.unreadable());
    all.sort(null);
    return List.copyOf(all);
  }

  /**
   * The same without what does not answer. Where two entries of a folder do not, and it does not
   * answer, either, it is left as a whole: so a drive that is gone costs no more than a few
   * questions.
   */
  public static Found below(Path folder, boolean hidden, FileAnswers answers) throws IOException {
    AudioScan scan = new AudioScan(hidden, answers);
    try {
      scan.enter(folder, answers.of(folder, () -> folder.toRealPath()));
      while (!scan.links.isEmpty()) {
        var link = scan.links.pollFirstEntry();
        scan.follow(link.getKey(), link.getValue());
      }
    } catch (NoAnswerException e) {
      scan.silent.add(e.path());
    }
    scan.files.keySet().removeIf(file -> scan.silent.stream().anyMatch(file::startsWith));
    return new Found(scan.files, List.copyOf(scan.unreadable), List.copyOf(scan.silent));
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
    for (Path inner : look(folder)) {
      enterOrList(inner, real.resolve(folder.relativize(inner)));
    }
  }

  /**
   * An entry of a folder.
   *
   * @param facts of what a link leads to; null if that cannot be told
   * @param target of a link to a folder
   */
  private record Seen(Path path, @Nullable BasicFileAttributes facts, @Nullable Path target) {}

  /**
   * Looks at the entries of a folder, and notes files and links.
   *
   * @return the folders in it
   */
  private List<Path> look(Path folder) throws IOException {
    List<Path> folders = new ArrayList<>();
    List<Path> rest = new ArrayList<>();
    for (Path entry : entries(folder)) {
      // What did not answer before is not asked again.
      (answers.silence(entry).isPresent() ? silent : rest).add(entry);
    }
    while (!rest.isEmpty()) {
      List<Path> asked = rest;
      List<Optional<Seen>> answered = Collections.synchronizedList(new ArrayList<>());
      boolean whole = true;
      try {
        answers.of(folder, answered::size, () -> see(asked, answered));
      } catch (NoAnswerException e) {
        whole = false;
      }
      List<Optional<Seen>> seen = new ArrayList<>(answered);
      seen.forEach(entry -> entry.ifPresent(known -> take(known, folders)));
      int next = seen.size();
      if (!whole && next < asked.size()) {
        leave(asked.get(next));
        next++;
      }
      rest = asked.subList(next, asked.size());
    }
    return folders;
  }

  private List<Path> entries(Path folder) throws IOException {
    return answers.of(
        folder,
        () -> {
          List<Path> entries = new ArrayList<>();
          try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path entry : all) {
              if (isTaken(entry)) {
                entries.add(entry);
              }
            }
            return entries;
          } catch (DirectoryIteratorException e) {
            throw e.getCause();
          }
        });
  }

  /** Looks at entries one by one; what is no sound leaves nothing. */
  private static boolean see(List<Path> entries, List<Optional<Seen>> seen) throws IOException {
    for (Path entry : entries) {
      @Nullable BasicFileAttributes facts = facts(entry, LinkOption.NOFOLLOW_LINKS);
      boolean link = facts != null && facts.isSymbolicLink();
      if (link) {
        facts = facts(entry);
      }
      boolean folder = facts != null && facts.isDirectory();
      if (!folder && !isSound(entry)) {
        seen.add(Optional.empty());
      } else {
        seen.add(Optional.of(new Seen(entry, facts, link && folder ? entry.toRealPath() : null)));
      }
    }
    return true;
  }

  private static @Nullable BasicFileAttributes facts(Path path, LinkOption... options) {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class, options);
    } catch (IOException e) {
      return null;
    }
  }

  private void take(Seen entry, List<Path> folders) {
    if (entry.target() != null) {
      links.put(entry.path(), entry.target());
    } else if (entry.facts() != null && entry.facts().isDirectory()) {
      folders.add(entry.path());
    } else {
      files.put(entry.path(), Optional.ofNullable(entry.facts()));
    }
  }

  /**
   * Leaves an entry that does not answer.
   *
   * @throws NoAnswerException if its folder does not, either
   */
  private void leave(Path entry) throws NoAnswerException {
    @Nullable Path folder = entry.getParent();
    if (folder != null && !answers.isThereSoon(folder)) {
      throw new NoAnswerException(folder);
    }
    answers.isThereSoon(entry);
    silent.add(entry);
  }

  private void enterOrList(Path folder, Path real) throws NoAnswerException {
    try {
      enter(folder, real);
    } catch (NoAnswerException e) {
      leave(folder);
    } catch (IOException e) {
      unreadable.add(folder);
    }
  }

  private void follow(Path link, Path target) throws IOException {
    Path home = answers.of(link, () -> link.resolveSibling("").toRealPath());
    if (!home.startsWith(target)) {
      enterOrList(link, target);
    }
  }

  private static boolean isSound(Path file) {
    return AudioExtension.isKnown(file)
        && !(AudioExtension.isAmbiguous(file) && isSomethingElse(file));
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
