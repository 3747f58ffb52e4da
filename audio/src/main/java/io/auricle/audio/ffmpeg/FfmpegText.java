package io.auricle.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** What FFmpeg writes about a file as text. */
final class FfmpegText {
  /** So much of it is read; the rest is left. */
  private static final int MOST_BYTES = 4 << 20;

  private FfmpegText() {}

  /**
   * Runs FFmpeg on a file in a process of its own.
   *
   * @param command one of {@link FfmpegCommand}
   */
  static String of(
      BiFunction<FfmpegExecutable, DecodeLimits, List<String>> command,
      Path path,
      DecodeLimits limits)
      throws DecodeException {
    try {
      FfmpegExecutable executable = FfmpegExecutable.find();
      try (FfmpegProcess process =
          new FfmpegProcess(
              executable, command.apply(executable, limits), path, limits.wallSeconds())) {
        String said = new String(process.readNBytes(MOST_BYTES), UTF_8);
        if (process.timedOut()) {
          throw new DecodeException(
              ErrorCode.TIMEOUT, path, "reading took over " + limits.wallSeconds() + " s");
        }
        return said;
      }
    } catch (IOException e) {
      throw new DecodeException(
          ErrorCode.INTERNAL, path, "needs FFmpeg, which does not start: " + e.getMessage());
    }
  }
}
