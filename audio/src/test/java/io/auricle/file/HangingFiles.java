package io.auricle.file;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** The files of this machine, those aside that do not answer until all of them are let go. */
final class HangingFiles extends FileSystemProvider {
  private final Path root;
  private final FileSystem system = new Files();
  private final Set<Path> silent = ConcurrentHashMap.newKeySet();
  private final CountDownLatch letGo = new CountDownLatch(1);
  private final AtomicInteger waited = new AtomicInteger();
  private volatile Last last;

  /** A folder with whose listing another one becomes silent. */
  private record Last(Path listed, Path silent) {}

  HangingFiles(Path root) {
    this.root = root;
    this.last = new Last(root.resolve("none"), root.resolve("none"));
  }

  /** A path whose every question waits if it lies at or below one that is silent. */
  Path path(String name) {
    return wrapped(root.resolve(name));
  }

  /** From now on a file, or a folder with all in it, says nothing. */
  void silence(String name) {
    silent.add(root.resolve(name));
  }

  /** The same when another folder is to be listed. */
  void silenceAt(String listed, String name) {
    last = new Last(root.resolve(listed), root.resolve(name));
  }

  /** How many questions were not answered at once. */
  int waited() {
    return waited.get();
  }

  void letGo() {
    last = new Last(root.resolve("none"), root.resolve("none"));
    silent.clear();
    letGo.countDown();
  }

  private Path wrapped(Path path) {
    return (Path)
        Proxy.newProxyInstance(
            HangingFiles.class.getClassLoader(),
            new Class<?>[] {Path.class},
            (proxy, method, words) -> {
              if (method.getName().equals("getFileSystem")) {
                return system;
              }
              if (method.getName().equals("toRealPath")) {
                ask(path);
              }
              Object[] plain = words == null ? new Object[0] : words.clone();
              for (int i = 0; i < plain.length; i++) {
                plain[i] = plain[i] instanceof Path word ? plain(word) : plain[i];
              }
              try {
                Object answer = method.invoke(path, plain);
                return answer instanceof Path other ? wrapped(other) : answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private static Path plain(Path path) {
    return Path.of(path.toString());
  }

  private Path ask(Path path) {
    Path asked = plain(path);
    boolean interrupted = false;
    if (silent.stream().anyMatch(asked::startsWith)) {
      waited.incrementAndGet();
    }
    while (silent.stream().anyMatch(asked::startsWith)) {
      try {
        letGo.await();
      } catch (InterruptedException e) {
        // Nothing wakes whoever waits for a drive.
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return asked;
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    if (plain(folder).equals(last.listed())) {
      silent.add(last.silent());
    }
    DirectoryStream<Path> entries =
        root.getFileSystem().provider().newDirectoryStream(ask(folder), filter);
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        Iterator<Path> all = entries.iterator();
        return new Iterator<>() {
          @Override
          public boolean hasNext() {
            return all.hasNext();
          }

          @Override
          public Path next() {
            return wrapped(all.next());
          }
        };
      }

      @Override
      public void close() throws IOException {
        entries.close();
      }
    };
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return java.nio.file.Files.readAttributes(ask(path), type, options);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return java.nio.file.Files.newByteChannel(ask(path), options, attributes);
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    root.getFileSystem().provider().checkAccess(ask(path), modes);
  }

  @Override
  public String getScheme() {
    return "hanging";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void delete(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void copy(Path from, Path to, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void move(Path from, Path to, CopyOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean isSameFile(Path one, Path other) {
    return plain(one).equals(plain(other));
  }

  @Override
  public boolean isHidden(Path path) {
    return false;
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException();
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new UnsupportedOperationException();
  }

  private final class Files extends FileSystem {
    @Override
    public FileSystemProvider provider() {
      return HangingFiles.this;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public boolean isReadOnly() {
      return true;
    }

    @Override
    public String getSeparator() {
      return root.getFileSystem().getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
      return Set.of();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
      return Set.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
      return Set.of("basic");
    }

    @Override
    public Path getPath(String first, String... more) {
      return wrapped(Path.of(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String pattern) {
      throw new UnsupportedOperationException();
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
      throw new UnsupportedOperationException();
    }

    @Override
    public WatchService newWatchService() {
      throw new UnsupportedOperationException();
    }
  }
}
