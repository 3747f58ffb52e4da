package io.auricle.extract;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that wait for their turn: in memory if they are few, in a file that ends with the program
 * if they are many. Used by one thread at a time.
 */
final class Spill implements Closeable {
  private final Path folder;
  private final int mostInMemory;
  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable FileChannel file;

  /**
   * @param folder where the file is made
   * @param mostInMemory bytes
   */
  Spill(Path folder, int mostInMemory) {
    this.folder = folder;
    this.mostInMemory = mostInMemory;
  }

  void write(byte[] bytes) throws IOException {
    memory.write(bytes);
    if (memory.size() > mostInMemory) {
      if (file == null) {
        // The system takes the file away by itself, also from a program that is killed.
        file =
            FileChannel.open(
                Files.createTempFile(folder, ".auricle", ".spill"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
      }
      empty(file);
    }
  }

  /** All bytes from the first on. */
  InputStream read() throws IOException {
    InputStream rest = new ByteArrayInputStream(memory.toByteArray());
    if (file == null) {
      return rest;
    }
    return new SequenceInputStream(Channels.newInputStream(file.position(0)), rest);
  }

  private void empty(FileChannel target) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(memory.toByteArray());
    while (bytes.hasRemaining()) {
      target.write(bytes);
    }
    memory.reset();
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }
}
