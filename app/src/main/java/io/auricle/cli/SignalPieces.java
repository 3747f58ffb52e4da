package io.auricle.cli;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Cuts a stream into pieces of a fixed length, one after the other. */
final class SignalPieces {
  private final SampleStream stream;
  private final Path file;
  private final double seconds;
  private final int pieceLength;

  SignalPieces(SampleStream stream, Path file, double seconds) {
    this.stream = stream;
    this.file = file;
    this.seconds = seconds;
    this.pieceLength = (int) Math.round(seconds * stream.sampleRateHz());
  }

  /** The next whole piece, or null at the end; a shorter rest is dropped. */
  @Nullable Signal next() throws DecodeException {
    Signal piece = read();
    return piece.length() == pieceLength ? piece : null;
  }

  /**
   * The whole file as one piece.
   *
   * @throws DecodeException if it holds nothing, or more than a piece
   */
  Signal only() throws DecodeException {
    Signal piece = read();
    if (piece.length() == 0) {
      throw new DecodeException(ErrorCode.EMPTY, file, "no sound in it");
    }
    if (piece.length() == pieceLength && stream.read(new float[1], 0, 1) > 0) {
      throw new DecodeException(
          ErrorCode.TOO_LONG,
          file,
          "more than %.0f s of sound; cut it with --segment".formatted(seconds));
    }
    return piece;
  }

  /** Refuses a file of which no piece could be cut. */
  void requireOne(int count) throws DecodeException {
    if (count == 0) {
      throw new DecodeException(
          ErrorCode.TOO_SHORT, file, "less sound than a segment of %s s".formatted(seconds));
    }
  }

  private Signal read() throws DecodeException {
    float[] samples = new float[Math.min(pieceLength, 1 << 16)];
    int length = 0;
    while (length < pieceLength) {
      if (length == samples.length) {
        samples = Arrays.copyOf(samples, (int) Math.min(pieceLength, 2L * length));
      }
      int count = stream.read(samples, length, samples.length - length);
      if (count < 0) {
        break;
      }
      length += count;
    }
    return Signal.of(samples, 0, length, stream.sampleRateHz());
  }
}
