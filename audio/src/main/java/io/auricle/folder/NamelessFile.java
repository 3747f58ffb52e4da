package io.auricle.folder;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stream kept as a file, since a decoder goes back and forth in it. Only the user may read it. On
 * Linux it has no name any more once it is open and is reached by its descriptor, so that the
 * system removes it even if the program is killed; elsewhere it is removed at the end.
 */
public final class NamelessFile implements Closeable {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final FileChannel channel;
  private final Path path;
  private final @Nullable Path named;

  private NamelessFile(FileChannel channel, Path path, @Nullable Path named) {
    this.channel = channel;
    this.path = path;
    this.named = named;
  }

  /**
   * Takes all that comes.
   *
   * @param most so many bytes are kept, and one more to show that there were too many
   * @throws IOException if there is no room for it
   */
  public static NamelessFile read(InputStream in, long most) throws IOException {
    return read(in, most, Files.createTempFile("auricle-", ".sound"));
  }

  /** The same in a folder that is there. */
  public static NamelessFile read(InputStream in, long most, Path folder, String ending)
      throws IOException {
    return read(in, most, Files.createTempFile(folder, "auricle-", ending));
  }

  private static NamelessFile read(InputStream in, long most, Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
    Path descriptor = descriptor(file);
    NamelessFile input;
    if (descriptor == null) {
      file.toFile().deleteOnExit();
      input = new NamelessFile(channel, file, file);
    } else {
      Files.delete(file);
      input = new NamelessFile(channel, descriptor, null);
    }
    boolean complete = false;
    try {
      input.take(in, most);
      complete = true;
      return input;
    } finally {
      if (!complete) {
        input.close();
      }
    }
  }

  /** Where it can be read. */
  public Path path() {
    return path;
  }

  private void take(InputStream in, long most) throws IOException {
    OutputStream out = Channels.newOutputStream(channel);
    byte[] block = new byte[1 << 16];
    long room = most + 1;
    while (room > 0) {
      int count = in.read(block, 0, (int) Math.min(block.length, room));
      if (count < 0) {
        return;
      }
      out.write(block, 0, count);
      room -= count;
    }
  }

  /** The descriptor of this process that leads to a file, where the system tells. */
  private static @Nullable Path descriptor(Path file) {
    if (!Files.isDirectory(DESCRIPTORS)) {
      return null;
    }
    try (Stream<Path> listed = Files.list(DESCRIPTORS)) {
      Path real = file.toRealPath();
      List<Path> open = listed.toList();
      for (Path descriptor : open) {
        if (Files.isSymbolicLink(descriptor) && real.equals(Files.readSymbolicLink(descriptor))) {
          return descriptor;
        }
      }
    } catch (IOException e) {
      // A system that tells nothing of it, after all.
      return null;
    }
    return null;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    if (named != null) {
      Files.deleteIfExists(named);
    }
  }
}
