package io.auricle.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What FFmpeg says of itself, which shows that it starts.
 *
 * @param number for instance {@code 8.1.2}
 * @param own whether it is the one that comes with the program
 */
public record FfmpegVersion(String number, boolean own) {
  private static final Pattern FIRST_LINE = Pattern.compile("ffmpeg version (\\S+) .*");
  private static final int MOST_BYTES = 1 << 16;
  private static final int SECONDS = 20;

  /**
   * Starts FFmpeg and asks.
   *
   * @throws IOException in one line, if there is none, it does not start or is no FFmpeg
   */
  public static FfmpegVersion ask() throws IOException {
    FfmpegExecutable executable = FfmpegExecutable.find();
    ProcessBuilder builder =
        new ProcessBuilder(executable.file().toAbsolutePath().toString(), "-version");
    executable.prepare(builder);
    Process process = builder.redirectErrorStream(true).start();
    try {
      process.getOutputStream().close();
      // What it says is far less than a pipe holds, so it can end before it is read.
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new IOException("does not answer within " + SECONDS + " s");
      }
      String said = new String(process.getInputStream().readNBytes(MOST_BYTES), UTF_8);
      String first = said.lines().findFirst().orElse("");
      Matcher version = FIRST_LINE.matcher(first);
      if (process.exitValue() != 0 || !version.matches()) {
        throw new IOException(
            "ends with exit code " + process.exitValue() + " and says: " + first.strip());
      }
      return new FfmpegVersion(version.group(1), executable.libraries().isPresent());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroyForcibly();
    }
  }
}
