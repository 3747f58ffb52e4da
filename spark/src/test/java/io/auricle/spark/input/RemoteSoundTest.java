package io.auricle.spark.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // JUnit fills the folder
final class RemoteSoundTest {
  private static final Path SAMPLES = Path.of("../samples");

  @TempDir private Path folder;

  private final AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(22_050));

  /** A store whose bytes are counted. */
  private static class Counted implements ByteStore {
    private final byte[] bytes;
    private int opened;

    Counted(byte[] bytes) {
      this.bytes = bytes;
    }

    @Override
    public long size() throws IOException {
      return bytes.length;
    }

    @Override
    public long modifiedMillis() {
      return 7;
    }

    @Override
    public InputStream open() throws IOException {
      opened++;
      return new ByteArrayInputStream(bytes);
    }
  }

  private RemoteSound sound(ByteStore bytes) {
    return new RemoteSound("s3a://music/a", Path.of("input"), bytes, folder);
  }

  private byte[] samples(SampleStream stream) throws DecodeException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    float[] block = new float[4096];
    for (int n = stream.read(block, 0, 4096); n >= 0; n = stream.read(block, 0, 4096)) {
      ByteBuffer bytes = ByteBuffer.allocate(4 * n);
      bytes.asFloatBuffer().put(block, 0, n);
      all.writeBytes(bytes.array());
    }
    return all.toByteArray();
  }

  private void assertAsFile(String name) throws Exception {
    Path file = SAMPLES.resolve(name);
    byte[] expected;
    try (SampleStream stream = decoder.open(file)) {
      expected = samples(stream);
    }
    try (RemoteSound sound = sound(new Counted(Files.readAllBytes(file)));
        SampleStream stream = sound.open(decoder)) {
      assertArrayEquals(expected, samples(stream));
    }
  }

  @Test
  void storedBytesSoundAsTheirFile() throws Exception {
    assertAsFile("jazz.wav");
    assertAsFile("rock.mp3");
    assertAsFile("pop.m4a");
  }

  @Test
  void whatIsUncompressedIsNotKept() throws Exception {
    Counted bytes = new Counted(Files.readAllBytes(SAMPLES.resolve("jazz.wav")));
    try (RemoteSound sound = sound(bytes);
        SampleStream stream = sound.open(decoder)) {
      assertTrue(samples(stream).length > 0);
      // Each opening reads the store, as nothing of it lies here.
      sound.open(decoder).close();
      assertEquals(2, bytes.opened);
    }
  }

  @Test
  void whatFfmpegDecodesIsReadOnceAndLeavesNothing() throws Exception {
    Counted bytes = new Counted(Files.readAllBytes(SAMPLES.resolve("rock.mp3")));
    try (RemoteSound sound = sound(bytes)) {
      sound.open(decoder).close();
      try (SampleStream again = sound.open(decoder)) {
        assertTrue(samples(again).length > 0);
        try (Stream<Path> names = Files.list(folder)) {
          assertEquals(0, names.count());
        }
      }
    }
    // Once to see what it is, once to keep it.
    assertEquals(2, bytes.opened);
  }

  @Test
  void whatAStoreRefusesHasTheCodeOfSuchAFile() {
    assertEquals(ErrorCode.NOT_FOUND, code(new NoSuchFileException("a")));
    assertEquals(ErrorCode.CORRUPT, code(new AccessDeniedException("a")));
    assertEquals(ErrorCode.CORRUPT, code(new IOException("connection reset")));
  }

  private ErrorCode code(IOException fault) {
    ByteStore refused =
        new Counted(new byte[0]) {
          @Override
          public long size() throws IOException {
            throw fault;
          }
        };
    try (RemoteSound sound = sound(refused)) {
      return assertThrows(DecodeException.class, () -> sound.open(decoder)).code();
    }
  }

  @Test
  void emptyAndTooLargeAreRefusedBeforeTheyAreRead() {
    Counted none = new Counted(new byte[0]);
    try (RemoteSound sound = sound(none)) {
      DecodeException e = assertThrows(DecodeException.class, () -> sound.open(decoder));
      assertEquals(ErrorCode.EMPTY, e.code());
    }
    Counted large =
        new Counted(new byte[1]) {
          @Override
          public long size() {
            return 1L << 50;
          }
        };
    try (RemoteSound sound = sound(large)) {
      DecodeException e = assertThrows(DecodeException.class, () -> sound.open(decoder));
      assertEquals(ErrorCode.TOO_LARGE, e.code());
    }
    assertEquals(0, none.opened + large.opened);
  }
}
