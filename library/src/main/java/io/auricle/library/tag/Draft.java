package io.auricle.library.tag;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.auricle.folder.PrivateFolder;
import io.auricle.library.format.Patch;
import io.auricle.library.format.TagException;
import io.auricle.library.format.TagFault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * The next version of a file, whole and on the disk, in a hidden folder beside it. What a killed
 * program left there goes with the next draft in the same folder.
 */
final class Draft implements AutoCloseable {
  private static final String FOLDER = ".auricle-tag-";

  private final SeenFile file;
  private final PrivateFolder folder;
  private final Path path;

  private Draft(SeenFile file, PrivateFolder folder) {
    this.file = file;
    this.folder = folder;
    this.path = folder.path().resolve("draft");
  }

  /** Writes a version of a file that is open. */
  static Draft of(SeenFile file, FileChannel open, Patch patch) throws IOException, TagException {
    Path parent = file.path().toAbsolutePath().getParent();
    if (parent == null) {
      throw new TagException(TagFault.UNSUPPORTED, "lies in no folder");
    }
    Draft draft = new Draft(file, PrivateFolder.open(parent, FOLDER));
    boolean written = false;
    try (FileChannel out = FileChannel.open(draft.path, CREATE_NEW, WRITE)) {
      patch.write(open, out);
      FileTraits.copy(file.path(), draft.path);
      out.force(true);
      written = true;
    } finally {
      if (!written) {
        draft.close();
      }
    }
    return draft;
  }

  SeenFile file() {
    return file;
  }

  Path path() {
    return path;
  }

  FileChannel open() throws IOException {
    return FileChannel.open(path, READ);
  }

  /**
   * Puts it in the place of the file.
   *
   * @param modified the time that it gets; nothing for now
   * @throws TagException CHANGED if somebody wrote into the file meanwhile
   */
  void replace(@Nullable FileTime modified) throws IOException, TagException {
    FileTime time = modified == null ? FileTime.fromMillis(System.currentTimeMillis()) : modified;
    Files.setLastModifiedTime(path, time);
    if (!file.isCurrent()) {
      throw new TagException(TagFault.CHANGED, "was changed while its tags were written");
    }
    Files.move(path, file.path(), StandardCopyOption.ATOMIC_MOVE);
    Path parent = file.path().getParent();
    if (parent != null) {
      try (FileChannel entry = FileChannel.open(parent, READ)) {
        entry.force(true);
      } catch (IOException e) {
        // Windows and some disks of networks know no such thing.
      }
    }
  }

  @Override
  public void close() {
    try {
      folder.close();
    } catch (IOException e) {
      // The next draft in the same folder removes it.
    }
  }
}
