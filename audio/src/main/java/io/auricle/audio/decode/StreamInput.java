package io.auricle.audio.decode;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.folder.PrivateFolder;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/**
 * Sound that comes as a stream of bytes. Formats have to be looked at from both ends, so it is kept
 * where that is possible: in memory if it is short and read in Java, else in a file.
 */
final class StreamInput {
  /** A minute and a half of a compact disc, so that short sounds need no file. */
  static final int MEMORY_BYTES = 1 << 24;

  private static final String FOLDER = "auricle-stream-";
  private static final int BLOCK = 1 << 16;

  private StreamInput() {}

  static SampleStream open(InputStream in, String name, AudioDecoder decoder)
      throws DecodeException, IOException {
    try {
      return opened(in, name, decoder);
    } catch (ClosedByInterruptException e) {
      throw (CancellationException)
          new CancellationException("interrupted while reading " + name).initCause(e);
    }
  }

  private static SampleStream opened(InputStream in, String name, AudioDecoder decoder)
      throws DecodeException, IOException {
    Path source = Path.of("stream");
    byte[] bytes = new byte[BLOCK];
    int length = in.readNBytes(bytes, 0, BLOCK);
    if (length == 0) {
      throw new DecodeException(ErrorCode.EMPTY, name, "is an empty stream");
    }
    Container container =
        Container.of(Arrays.copyOf(bytes, Math.min(length, Container.HEAD_BYTES)));
    boolean ended = length < BLOCK;
    while (container.isPcm() && !ended && length < MEMORY_BYTES) {
      requireNotInterrupted(name);
      bytes = Arrays.copyOf(bytes, 2 * length);
      int got = in.readNBytes(bytes, length, length);
      ended = got < length;
      length += got;
    }
    long limit = decoder.options().limits().fileBytes();
    requireSize(length, limit, name);
    if (ended || container == Container.TEXT) {
      Optional<SampleStream> samples;
      try {
        samples = decoder.pcm(bytes, length, source);
      } catch (DecodeException e) {
        throw new DecodeException(e.code(), name, e.reason());
      }
      if (samples.isPresent()) {
        return new NamedStream(samples.get(), name);
      }
    }
    return inFile(bytes, length, in, name, decoder);
  }

  /** Keeps what was read and what is still to come in a file. */
  private static SampleStream inFile(
      byte[] begin, int length, InputStream in, String name, AudioDecoder decoder)
      throws DecodeException, IOException {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir", ""));
    PrivateFolder folder;
    try {
      folder = PrivateFolder.open(temporary, FOLDER);
    } catch (IOException e) {
      throw noRoom(name, temporary, e);
    }
    boolean opened = false;
    try {
      Path file = folder.path().resolve("sound");
      copy(begin, length, in, file, name, decoder.options().limits().fileBytes());
      SampleStream stream = new NamedStream(decoder.open(file), name, folder);
      opened = true;
      return stream;
    } catch (DecodeException e) {
      throw new DecodeException(e.code(), name, e.reason());
    } finally {
      if (!opened) {
        folder.close();
      }
    }
  }

  private static void copy(
      byte[] begin, int length, InputStream in, Path file, String name, long limit)
      throws DecodeException, IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, begin, length, name, file);
      long size = length;
      byte[] block = new byte[BLOCK];
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        requireNotInterrupted(name);
        size += n;
        requireSize(size, limit, name);
        write(out, block, n, name, file);
      }
    }
  }

  private static void write(OutputStream out, byte[] bytes, int length, String name, Path file)
      throws DecodeException {
    try {
      out.write(bytes, 0, length);
    } catch (ClosedByInterruptException e) {
      throw (CancellationException)
          new CancellationException("interrupted while reading " + name).initCause(e);
    } catch (IOException e) {
      throw noRoom(name, file, e);
    }
  }

  private static DecodeException noRoom(String name, Path place, IOException e) {
    return new DecodeException(
        ErrorCode.INTERNAL,
        name,
        "has to be kept in a temporary file, which cannot be written to %s (%s); name another folder with -Djava.io.tmpdir=DIR"
            .formatted(place, e.getMessage()));
  }

  private static void requireSize(long size, long limit, String name) throws DecodeException {
    if (size > limit) {
      throw new DecodeException(
          ErrorCode.TOO_LARGE, name, "has over " + limit + " bytes, which is the limit");
    }
  }

  private static void requireNotInterrupted(String name) {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted while reading " + name);
    }
  }
}
