package io.auricle.extract;

import io.auricle.audio.DecodeException;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Cuts a stream into pieces of a fixed length, one after the other or each beginning within the one
 * before. Long pieces wait until no other long piece is in work. Used by one thread.
 */
final class SignalPieces implements AutoCloseable {
  private final SampleStream stream;
  private final MemoryPlan memory;
  private final Semaphore longPiece;
  private boolean alone;

  /** The end of the last piece, with which the next begins. */
  private float[] kept = new float[0];

  /**
   * @param longPiece the one permit for pieces of more than {@link MemoryPlan#sharedSamples()}
   */
  SignalPieces(SampleStream stream, MemoryPlan memory, Semaphore longPiece) {
    this.stream = stream;
    this.memory = memory;
    this.longPiece = longPiece;
  }

  /**
   * The next whole piece, or null at the end; a shorter rest is dropped.
   *
   * @param length of each piece in samples
   * @param hop samples from one to the next, in [1, length]
   */
  @Nullable Signal next(int length, int hop) throws DecodeException {
    Signal piece = read(length);
    if (piece.length() < length) {
      return null;
    }
    kept = new float[length - hop];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = piece.at(hop + i);
    }
    return piece;
  }

  private Signal read(int most) throws DecodeException {
    float[] samples = Arrays.copyOf(kept, Math.max(kept.length, Math.min(most, 1 << 16)));
    int length = kept.length;
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
