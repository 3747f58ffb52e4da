package io.auricle.web.upload;

import io.auricle.cache.UserCache;
import io.auricle.folder.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of this server's uploads: a {@link PrivateFolder} below the system's folder for
 * temporary files, or below the user's cache where nothing can be written to that. Folders of
 * servers that were killed are removed with the next start. Names are chosen here; those of clients
 * never become names of files.
 */
public final class UploadFolder implements AutoCloseable {
  private static final String KIND = "auricle-serve-";

  private final PrivateFolder folder;

  private UploadFolder(PrivateFolder folder) {
    this.folder = folder;
  }

  /**
   * Removes what killed servers left and makes a new folder.
   *
   * @throws IOException in one line, if there is no place for it
   */
  public static UploadFolder open(Path temporary) throws IOException {
    try {
      return new UploadFolder(PrivateFolder.open(temporary, KIND));
    } catch (IOException e) {
      try {
        return new UploadFolder(PrivateFolder.open(UserCache.path(), KIND));
      } catch (IOException none) {
        none.addSuppressed(e);
        throw new IOException(
            "uploads cannot be kept in "
                + temporary
                + "; name a folder for temporary files with -Djava.io.tmpdir in"
                + " AURICLE_JAVA_OPTIONS",
            none);
      }
    }
  }

  /** A new empty file. */
  public Path newFile() throws IOException {
    return Files.createTempFile(folder.path(), "upload-", "");
  }

  @Override
  public void close() throws IOException {
    folder.close();
  }
}
