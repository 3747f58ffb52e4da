package io.auricle.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.auricle.audio.DecodeException;
import io.auricle.audio.DecodeLimits;
import io.auricle.audio.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.BiFunction;

/** What FFmpeg writes about a file as text. */
final class FfmpegText {
  /** So much of it is read; the rest is left. */
  private static final int MOST_BYTES = 4 << 20;

  private FfmpegText() {}

  /**
   * What it wrote.
   *
   * @param seconds how long the header says the file is
   */
  record Said(String text, OptionalDouble seconds) {}

  /**
   * Runs FFmpeg on a file in a process of its own.
   *
   * @param command one of {@link FfmpegCommand}
   */
  static Said of(
      BiFunction<FfmpegExecutable, DecodeLimits, List<String>> command,
      Path path,
      DecodeLimits limits)
      throws DecodeException {
    if (Files.exists(path) && !Files.isRegularFile(path)) {
      // To open a pipe waits for whoever writes into it, for ever if nobody does.
      throw new DecodeException(
          ErrorCode.UNSUPPORTED, path, "is a pipe or a device, not a regular file");
    }
    try {
      FfmpegExecutable executable = FfmpegExecutable.find();
      try (FfmpegProcess process =
          new FfmpegProcess(
              executable, command.apply(executable, limits), path, limits.wallSeconds())) {
        byte[] said = process.readNBytes(MOST_BYTES);
        if (process.timedOut()) {
          throw new DecodeException(
              ErrorCode.TIMEOUT, path, "reading took over " + limits.wallSeconds() + " s");
        }
        if (said.length < MOST_BYTES) {
          process.await();
        }
        return new Said(new String(said, UTF_8), process.account().claimedSeconds());
      }
    } catch (IOException e) {
      throw new DecodeException(
          ErrorCode.INTERNAL, path, "needs FFmpeg, which does not start: " + e.getMessage());
    }
  }
}
