package io.auricle.spark.input;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.file.FileName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.UnsupportedFileSystemException;
import org.jspecify.annotations.Nullable;

/** From what a row says of a file to its sound. Thread-safe. */
public final class SoundLocator {
  private static final String LOCAL = "file:";
  private static final Pattern SCHEME =
      Pattern.compile("(?i)[a-z][a-z0-9+.-]*:/.*", Pattern.DOTALL);
  private static final Pattern WEB = Pattern.compile("(?i)(https?|ftp):/.*", Pattern.DOTALL);

  private final SharedConfiguration hadoop;

  public SoundLocator(SharedConfiguration hadoop) {
    this.hadoop = hadoop;
  }

  /**
   * The sound that a path leads to; whether it is there is seen when it is opened.
   *
   * @param path with a scheme, or in the cluster's default file system
   * @throws DecodeException UNSUPPORTED if it is no path of a known file system
   */
  public CatalogueSound find(String path) throws DecodeException {
    if (path.startsWith(LOCAL)) {
      return new LocalSound(path, local(path));
    }
    Path name = Path.of("input");
    if (WEB.matcher(path).matches()) {
      throw new DecodeException(
          ErrorCode.UNSUPPORTED, name, "is an address; nothing is fetched, give a file");
    }
    try {
      if (!SCHEME.matcher(path).matches()) {
        String scheme = FileSystem.getDefaultUri(hadoop.settings()).getScheme();
        if ("file".equals(scheme)) {
          return new LocalSound(path, Path.of(path));
        }
      }
      org.apache.hadoop.fs.Path stored = new org.apache.hadoop.fs.Path(path);
      FileSystem store = stored.getFileSystem(hadoop.settings());
      return new RemoteSound(path, name, new HadoopBytes(store, stored), LocalFolders.first());
    } catch (UnsupportedFileSystemException | IllegalArgumentException e) {
      throw new DecodeException(
          ErrorCode.UNSUPPORTED, name, "path=%s is no path here: %s".formatted(path, said(e)));
    } catch (IOException e) {
      throw new DecodeException(
          ErrorCode.CORRUPT, name, "its file system cannot be opened: " + said(e));
    }
  }

  /**
   * The sound in a row.
   *
   * @param modifiedMillis or {@link CatalogueFile#UNKNOWN}
   */
  public static CatalogueSound of(@Nullable String path, byte[] content, long modifiedMillis) {
    return new RemoteSound(
        path == null ? "" : path,
        Path.of("input"),
        new RowBytes(content, modifiedMillis),
        LocalFolders.first());
  }

  /**
   * The file of a local path as Hadoop writes it. Names that are no UTF-8 stand as an address with
   * their bytes escaped, as everywhere in Auricle.
   */
  static Path local(String path) {
    String plain = path.substring(LOCAL.length()).replaceFirst("^/+", "/");
    try {
      Path raw = Path.of(plain);
      if (plain.indexOf('%') < 0 || Files.exists(raw)) {
        return raw;
      }
      Path escaped = FileName.path(path);
      return Files.exists(escaped) ? escaped : raw;
    } catch (InvalidPathException e) {
      return FileName.path(path);
    }
  }

  private static String said(Exception e) {
    return String.valueOf(e.getMessage());
  }
}
