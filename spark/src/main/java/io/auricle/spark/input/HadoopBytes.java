package io.auricle.spark.input;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.security.AccessControlException;
import org.jspecify.annotations.Nullable;

/** A file of a Hadoop file system. What is refused is said as Java says it of its own files. */
final class HadoopBytes implements ByteStore {
  private final FileSystem store;
  private final Path path;
  private @Nullable FileStatus status;
  private boolean mayPass;

  HadoopBytes(FileSystem store, Path path) {
    this.store = store;
    this.path = path;
  }

  private FileStatus status() throws IOException {
    FileStatus known = status;
    if (known == null) {
      try {
        known = store.getFileStatus(path);
      } catch (IOException e) {
        throw said(e);
      }
      status = known;
    }
    return known;
  }

  @Override
  public long size() throws IOException {
    if (status().isDirectory()) {
      throw new FileSystemException(path.toString(), null, "it is a folder");
    }
    return status().getLen();
  }

  @Override
  public long modifiedMillis() throws IOException {
    return status().getModificationTime();
  }

  @Override
  public InputStream open() throws IOException {
    try {
      return new Said(store.open(path));
    } catch (IOException e) {
      throw said(e);
    }
  }

  @Override
  public boolean mayPass() {
    return mayPass;
  }

  private IOException said(IOException e) {
    if (e instanceof FileNotFoundException) {
      return new NoSuchFileException(path.toString());
    }
    if (e instanceof AccessControlException || e instanceof AccessDeniedException) {
      return new AccessDeniedException(path.toString());
    }
    mayPass |= !(e instanceof EOFException);
    return e;
  }

  /** Notes what goes wrong while it is read. */
  private final class Said extends FilterInputStream {
    Said(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      try {
        return super.read();
      } catch (IOException e) {
        throw said(e);
      }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      try {
        return super.read(buffer, offset, length);
      } catch (IOException e) {
        throw said(e);
      }
    }

    @Override
    public long skip(long count) throws IOException {
      try {
        return super.skip(count);
      } catch (IOException e) {
        throw said(e);
      }
    }
  }
}
