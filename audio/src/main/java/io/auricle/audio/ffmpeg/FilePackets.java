package io.auricle.audio.ffmpeg;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a file says of itself, and a mark of everything in it that is no tag: whoever writes tags
 * proves by it that nothing else became another.
 *
 * @param metadata as {@link FileMetadata#read} gives it
 * @param streams of each stream its number, its kind and the SHA-256 of its packets; covers are
 *     among them where the file says how large they are, else FFmpeg would have to decode them
 */
public record FilePackets(FileMetadata metadata, List<String> streams) {
  public FilePackets {
    streams = List.copyOf(streams);
  }

  /**
   * Reads them by FFmpeg in a process of its own.
   *
   * @throws DecodeException as {@link FileMetadata#read}
   * @throws java.util.concurrent.CancellationException if the thread is interrupted; it stays so
   */
  public static FilePackets read(Path path, DecodeLimits limits) throws DecodeException {
    Optional<FilePackets> all = read(FfmpegCommand::packets, path, limits);
    return (all.isPresent() ? all : read(FfmpegCommand::soundPackets, path, limits))
        .orElseThrow(
            () ->
                new DecodeException(
                    ErrorCode.UNSUPPORTED, path, "has no sound whose packets can be read"));
  }

  private static Optional<FilePackets> read(
      BiFunction<FfmpegExecutable, DecodeLimits, List<String>> command,
      Path path,
      DecodeLimits limits)
      throws DecodeException {
    return MetadataText.readPackets(FfmpegText.of(command, path, limits).text());
  }
}
