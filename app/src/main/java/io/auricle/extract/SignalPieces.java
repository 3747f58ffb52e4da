package io.auricle.extract;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into pieces of a fixed length, one after the other, or takes it as one. Long pieces
 * wait until no other long piece is in work. Used by one thread.
 */
final class SignalPieces implements AutoCloseable {
  private final SampleStream stream;
  private final Path file;
  private final MemoryPlan memory;
  private final Semaphore longPiece;
  private boolean alone;

  /**
   * @param longPiece the one permit for pieces of more than {@link MemoryPlan#sharedSamples()}
   */
  SignalPieces(SampleStream stream, Path file, MemoryPlan memory, Semaphore longPiece) {
    this.stream = stream;
    this.file = file;
    this.memory = memory;
    this.longPiece = longPiece;
  }

  /** The next whole piece, or null at the end; a shorter rest is dropped. */
  @Nullable Signal next(int length) throws DecodeException {
    Signal piece = read(length);
    return piece.length() == length ? piece : null;
  }

  /**
   * The whole file as one piece.
   *
   * @throws DecodeException if it holds nothing, or more than memory has room for
   */
  Signal only() throws DecodeException {
    int most = memory.mostSamples();
    Signal piece = read(most);
    if (piece.length() == 0) {
      throw new DecodeException(ErrorCode.EMPTY, file, "no sound in it");
    }
    if (piece.length() == most && stream.read(new float[1], 0, 1) > 0) {
      throw new DecodeException(
          ErrorCode.TOO_LONG,
          file,
          "more than %.0f s of sound, the most that this set can take at once here; cut it with"
                  .formatted((double) most / stream.sampleRateHz())
              + " --segment SECONDS, or give more memory with AURICLE_JAVA_OPTIONS=-Xmx8g");
    }
    return piece;
  }

  private Signal read(int most) throws DecodeException {
    float[] samples = new float[Math.min(most, 1 << 16)];
    int length = 0;
    while (length < most) {
      if (length >= memory.sharedSamples() && !alone) {
        longPiece.acquireUninterruptibly();
        alone = true;
      }
      if (length == samples.length) {
        samples = Arrays.copyOf(samples, (int) Math.min(most, 2L * length));
      }
      int count = stream.read(samples, length, samples.length - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    return Signal.of(samples, 0, length, stream.sampleRateHz());
  }

  /** Lets the next long piece in. */
  @Override
  public void close() {
    if (alone) {
      longPiece.release();
    }
  }
}
