package io.auricle.extract;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.audio.SampleStream;
import io.auricle.audio.Signal;
import io.auricle.audio.decode.AudioDecoder;
import io.auricle.audio.decode.DecodeOptions;
import io.auricle.audio.decode.KeptSound;
import io.auricle.feature.FeatureExtractor;
import io.auricle.feature.FeatureOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** The features of files of any length, or of the pieces they are cut in. Thread-safe. */
public final class FileFeatures {
  private final FeatureExtractor extractor;
  private final AudioDecoder decoder;
  private final @Nullable PieceLength pieces;
  private final MemoryPlan memory;
  private final Semaphore longPiece = new Semaphore(1);

  /**
   * @param pieces that files are cut in, or null for whole files
   */
  public FileFeatures(FeatureOptions options, @Nullable PieceLength pieces, MemoryPlan memory) {
    this.extractor = options.extractor();
    this.decoder = AudioDecoder.of(DecodeOptions.at(options.sampleRateHz()));
    this.pieces = pieces;
    this.memory = memory;
  }

  /** Names of the columns. */
  public List<String> columns() {
    return extractor.columns();
  }

  public FeatureOptions options() {
    return extractor.options();
  }

  /** Whether files are cut in pieces. */
  boolean inPieces() {
    return pieces != null;
  }

  /** Whether a sound gives a row a frame, so that the number of rows depends on its length. */
  public boolean isPerFrame() {
    int second = options().sampleRateHz();
    Signal silence = Signal.of(new float[10 * second], second);
    return extractor.extract(silence).frameCount() > 1;
  }

  /** What pieces and options the features are of, as a text that differs where they do. */
  String description() {
    return extractor.options() + ", segment=" + (pieces == null ? "null" : pieces.description());
  }

  /**
   * Gives all rows of a file.
   *
   * @return what was wrong with the file but did not stop it
   * @throws DecodeException if the file is bad; rows may have been given before
   */
  List<String> extract(Path file, TrackRows rows) throws DecodeException, IOException {
    if (pieces == null) {
      return stream(file, rows);
    }
    try (SampleStream stream = decoder.open(file);
        SignalPieces signals = new SignalPieces(stream, memory, longPiece)) {
      cut(signals, file, pieces, rows);
      return stream.warnings();
    }
  }

  private List<String> stream(Path file, TrackRows rows) throws DecodeException, IOException {
    KeptSound sound = new KeptSound(decoder, file, memory.keptSamples());
    try {
      extractor.extract(
          sound,
          block -> {
            try {
              rows.add(TrackRows.WHOLE, sound.length(), block);
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return sound.warnings();
  }

  private void cut(SignalPieces signals, Path file, PieceLength wanted, TrackRows rows)
      throws DecodeException, IOException {
    int rate = options().sampleRateHz();
    int length = (int) Math.round(wanted.seconds() * rate);
    int hop = Math.max(1, (int) Math.round(wanted.hopSeconds() * rate));
    int index = 0;
    Signal piece = signals.next(length, hop);
    while (piece != null) {
      rows.add(index++, length, extractor.extract(piece));
      piece = signals.next(length, hop);
    }
    if (index == 0) {
      throw new DecodeException(
          ErrorCode.TOO_SHORT,
          file,
          "less sound than a segment of %s s".formatted(wanted.seconds()));
    }
  }
}
