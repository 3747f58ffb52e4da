package io.auricle.audio.ffmpeg;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a file says of itself, and a mark of its sound.
 *
 * <p>The mark is the SHA-256 of the sound's packets as they lie in the file, undecoded: it stays
 * the same when tags or covers are changed or the file is moved, costs no decoding, and does not
 * depend on the version of a decoder.
 *
 * @param soundHash 64 hexadecimal digits
 * @param tags by their names in lower case, as FFmpeg names them ({@code title}, {@code artist},
 *     {@code album}, {@code date}, {@code genre} ...), whatever the format; in the file's order
 * @param seconds how long its header says that it is; empty where it says nothing
 */
public record FileMetadata(String soundHash, Map<String, String> tags, OptionalDouble seconds) {
  public FileMetadata {
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** Of a file that says nothing of its length. */
  public FileMetadata(String soundHash, Map<String, String> tags) {
    this(soundHash, tags, OptionalDouble.empty());
  }

  /**
   * Reads them by FFmpeg in a process of its own.
   *
   * @throws DecodeException UNSUPPORTED if there is no sound in it that FFmpeg can find, INTERNAL
   *     if FFmpeg does not start, TIMEOUT if it takes too long
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   */
  public static FileMetadata read(Path path, DecodeLimits limits) throws DecodeException {
    FfmpegText.Said said = FfmpegText.of(FfmpegCommand::metadata, path, limits);
    return MetadataText.read(said.text())
        .map(read -> new FileMetadata(read.soundHash(), read.tags(), said.seconds()))
        .orElseThrow(
            () ->
                new DecodeException(
                    ErrorCode.UNSUPPORTED, path, "has no sound whose packets can be read"));
  }
}
