package io.auricle.audio.ffmpeg;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import java.nio.file.Path;
import java.util.List;

/**
 * What a file says of itself, and a mark of everything in it that is no tag: whoever writes tags
 * proves by it that nothing else became another.
 *
 * @param metadata as {@link FileMetadata#read} gives it
 * @param streams of each stream, covers among them, its number, its kind and the SHA-256 of its
 *     packets
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
    return MetadataText.readPackets(FfmpegText.of(FfmpegCommand::packets, path, limits).text())
        .orElseThrow(
            () ->
                new DecodeException(
                    ErrorCode.UNSUPPORTED, path, "has no sound whose packets can be read"));
  }
}
