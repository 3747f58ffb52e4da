package io.auricle.spark.input;

import io.auricle.file.AudioExtension;
import io.auricle.file.AudioScan;
import io.auricle.file.FileName;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files with sound below folders, by the rules of {@link AudioScan}. Folders of stores are
 * listed many at once, a level at a time.
 */
public final class FolderListing {
  private static final int AT_ONCE = 16;

  private final Configuration hadoop;
  private final boolean hidden;

  /**
   * @param hidden whether what is hidden or kept by systems is taken, too
   */
  public FolderListing(Configuration hadoop, boolean hidden) {
    this.hadoop = hadoop;
    this.hidden = hidden;
  }

  /** What a folder holds. */
  private record Content(List<CatalogueFile> files, List<Path> folders) {}

  /**
   * Lists a folder; a file stands for itself.
   *
   * @throws IOException if a folder cannot be read
   */
  public List<CatalogueFile> list(String place) throws IOException {
    Path root = new Path(place);
    FileSystem store = root.getFileSystem(hadoop);
    FileStatus status;
    try {
      status = store.getFileStatus(root);
    } catch (FileNotFoundException e) {
      throw new FileNotFoundException("--input=" + place + ": no such file or folder");
    }
    if (!status.isDirectory()) {
      return List.of(file(status));
    }
    if ("file".equals(store.getUri().getScheme())) {
      return local(SoundLocator.local("file:" + store.makeQualified(root).toUri().getPath()));
    }
    return stored(store, root);
  }

  private List<CatalogueFile> local(java.nio.file.Path folder) throws IOException {
    List<CatalogueFile> found = new ArrayList<>();
    for (java.nio.file.Path file : AudioScan.below(folder, hidden)) {
      String text = FileName.text(file.toAbsolutePath());
      found.add(local(text.startsWith("file:") ? text : "file:" + text, file));
    }
    return found;
  }

  private static CatalogueFile local(String path, java.nio.file.Path file) {
    try {
      return new CatalogueFile(path, Files.size(file), Files.getLastModifiedTime(file).toMillis());
    } catch (IOException e) {
      // Whoever opens it says why.
      return new CatalogueFile(path, CatalogueFile.UNKNOWN, CatalogueFile.UNKNOWN);
    }
  }

  private List<CatalogueFile> stored(FileSystem store, Path root) throws IOException {
    List<CatalogueFile> found = new ArrayList<>();
    ForkJoinPool pool = new ForkJoinPool(AT_ONCE);
    try {
      List<Path> level = List.of(root);
      while (!level.isEmpty()) {
        List<Path> folders = level;
        List<Content> contents =
            pool.submit(() -> folders.parallelStream().map(f -> content(store, f)).toList()).get();
        contents.forEach(content -> found.addAll(content.files()));
        level = contents.stream().flatMap(content -> content.folders().stream()).toList();
      }
      return found;
    } catch (ExecutionException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof UncheckedIOException unchecked) {
          throw new IOException(unchecked.getCause());
        }
      }
      throw new IOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while listing " + root, e);
    } finally {
      pool.shutdownNow();
    }
  }

  private Content content(FileSystem store, Path folder) {
    Content content = new Content(new ArrayList<>(), new ArrayList<>());
    try {
      RemoteIterator<FileStatus> entries = store.listStatusIterator(folder);
      while (entries.hasNext()) {
        FileStatus entry = entries.next();
        String name = entry.getPath().getName();
        if (!hidden && !AudioScan.isVisible(name)) {
          continue;
        }
        if (entry.isDirectory()) {
          content.folders().add(entry.getPath());
        } else if (isSound(store, entry, java.nio.file.Path.of(name))) {
          content.files().add(file(entry));
        }
      }
      return content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isSound(FileSystem store, FileStatus entry, java.nio.file.Path name) {
    if (!AudioExtension.isKnown(name)) {
      return false;
    }
    if (!AudioExtension.isAmbiguous(name)) {
      return true;
    }
    try (InputStream in = store.open(entry.getPath())) {
      return !AudioScan.isSomethingElse(in.readNBytes(AudioScan.HEAD_BYTES));
    } catch (IOException e) {
      // What cannot be looked at may be; whoever opens it says why.
      return true;
    }
  }

  private static CatalogueFile file(FileStatus status) {
    return new CatalogueFile(
        status.getPath().toString(), status.getLen(), status.getModificationTime());
  }
}
