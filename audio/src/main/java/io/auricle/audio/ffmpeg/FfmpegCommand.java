package io.auricle.audio.ffmpeg;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.auricle.audio.DecodeLimits;
import io.auricle.audio.Excerpt;
import io.auricle.file.AudioExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The command line that FFmpeg is started with, and what it may do: read one descriptor, open audio
 * formats and audio decoders, use so much memory and time, and gain no rights. It never holds a
 * file's name.
 */
public final class FfmpegCommand {
  private static final long MAX_ALLOCATION_BYTES = 256L << 20;

  /**
   * Samples that FFmpeg hands on at once. Its parts are threads that wake each other for every
   * packet; packets of a codec's own 20 ms cost a fifth more. Where the rate changes in mid-file
   * what waits is lost, so it is less than a tenth of a second.
   */
  private static final int SAMPLES_AT_ONCE = 4096;

  /** So that enough of an excerpt is left where packets do not begin with it. */
  private static final double MARGIN = 0.25;

  /** Longer than any file, and yet a time that FFmpeg can read. */
  private static final double MOST_SECONDS = 1e9;

  private static final String FORMATS = String.join(",", AudioExtension.ffmpegFormats());
  private static final String NO_NEW_RIGHTS = "setpriv --no-new-privs ";

  /** Seconds of processor time for each of waiting; FFmpeg works while nobody waits, too. */
  private static final int PROCESSOR_SHARE = 2;

  private static final int PROCESSOR_SECONDS = 10;

  private FfmpegCommand() {}

  /** What only loading takes part in, so that it is not done if FFmpeg is never needed. */
  private static final class Loaded {
    /** Without it, decoders of pictures and films would run on hostile files while probing. */
    static final String DECODERS = decoders();

    static final String SANDBOX = canDropRights() ? NO_NEW_RIGHTS : "";
  }

  /** Decodes all channels at their own rate to AU, whose header may say "length unknown". */
  public static List<String> decode(FfmpegExecutable executable, DecodeLimits limits) {
    return decode(executable, limits, null);
  }

  /** The same of a part of a file, to which it is sought. */
  static List<String> decode(
      FfmpegExecutable executable, DecodeLimits limits, @Nullable Excerpt excerpt) {
    List<String> command = start(executable, limits);
    if (excerpt != null) {
      command.addAll(
          command.indexOf("-fd"),
          List.of("-ss", seconds(excerpt.start()), "-t", seconds(excerpt.seconds() + MARGIN)));
    }
    // Channels and rate stay as they are: mixing and resampling are the same for every format.
    command.addAll(List.of("-c:a", "pcm_f32be", "-f", "au", "pipe:1"));
    return command;
  }

  private static String seconds(double value) {
    return String.format(Locale.ROOT, "%.3f", Math.min(value, MOST_SECONDS));
  }

  /** Decodes up to the first packet that cannot be decoded, and writes nothing. */
  static List<String> untilFirstError(FfmpegExecutable executable, DecodeLimits limits) {
    List<String> command = start(executable, limits);
    command.addAll(List.of("-xerror", "-f", "null", "pipe:1"));
    return command;
  }

  /**
   * Copies the packets of the sound into a hash and writes what the file says of itself behind it,
   * as FFmpeg's own format of metadata. Nothing is decoded.
   */
  static List<String> metadata(FfmpegExecutable executable, DecodeLimits limits) {
    List<String> command = input(executable, limits);
    command.addAll(List.of("-map", "0:a:0", "-c:a", "copy", "-map_metadata", "-1"));
    command.addAll(List.of("-f", "hash", "-hash", "sha256", "pipe:1"));
    return said(command);
  }

  /** The same with a hash of each stream, of covers, too. */
  static List<String> packets(FfmpegExecutable executable, DecodeLimits limits) {
    return packets(executable, limits, "0");
  }

  /** The same of streams of sound alone. */
  static List<String> soundPackets(FfmpegExecutable executable, DecodeLimits limits) {
    return packets(executable, limits, "0:a");
  }

  private static List<String> packets(
      FfmpegExecutable executable, DecodeLimits limits, String streams) {
    List<String> command = input(executable, limits);
    command.addAll(List.of("-map", streams, "-c", "copy", "-copy_unknown", "-map_metadata", "-1"));
    command.addAll(List.of("-f", "streamhash", "-hash", "sha256", "pipe:1"));
    return said(command);
  }

  private static List<String> said(List<String> command) {
    // Ogg has its comments with the sound, most formats with the file; the first one counts.
    command.addAll(List.of("-map_metadata", "0:s:a:0", "-map_metadata", "0:g"));
    command.addAll(List.of("-map_chapters", "-1", "-fflags", "+bitexact"));
    command.addAll(List.of("-f", "ffmetadata", "pipe:1"));
    return command;
  }

  private static List<String> start(FfmpegExecutable executable, DecodeLimits limits) {
    List<String> command = input(executable, limits);
    command.addAll(List.of("-map", "0:a:0", "-map_metadata", "-1", "-filter_threads", "1"));
    command.addAll(List.of("-af", "asetnsamples=n=" + SAMPLES_AT_ONCE + ":p=0"));
    // How much of a file is bad is judged by its account, not by the exit code.
    command.addAll(List.of("-max_error_rate", "1"));
    return command;
  }

  private static List<String> input(FfmpegExecutable executable, DecodeLimits limits) {
    List<String> command = new ArrayList<>();
    if (!isWindows()) {
      long seconds = (long) Math.min(1e9, PROCESSOR_SHARE * limits.wallSeconds());
      long soft = seconds + PROCESSOR_SECONDS;
      String limit =
          "ulimit -c 0; ulimit -v %d 2>/dev/null; ulimit -St %d 2>/dev/null; ulimit -Ht %d 2>/dev/null; "
              .formatted(limits.processBytes() / 1024, soft, soft + PROCESSOR_SECONDS);
      command.addAll(List.of("/bin/sh", "-c", limit + "exec " + Loaded.SANDBOX + "\"$0\" \"$@\""));
    }
    command.add(executable.file().toAbsolutePath().toString());
    command.addAll(List.of("-hide_banner", "-nostdin", "-nostats", "-v", "level+verbose"));
    command.addAll(List.of("-max_alloc", Long.toString(MAX_ALLOCATION_BYTES), "-threads", "1"));
    command.addAll(List.of("-protocol_whitelist", "fd,pipe", "-format_whitelist", FORMATS));
    command.addAll(List.of("-codec_whitelist", Loaded.DECODERS, "-fd", "0", "-i", "fd:"));
    return command;
  }

  private static boolean isWindows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static String decoders() {
    try (InputStream in = FfmpegCommand.class.getResourceAsStream("decoders.txt")) {
      if (in == null) {
        throw new IllegalStateException("decoders.txt is missing in the jar of auricle-audio");
      }
      return String.join(",", new String(in.readAllBytes(), US_ASCII).strip().split("\\s+"));
    } catch (IOException e) {
      throw new IllegalStateException("decoders.txt cannot be read", e);
    }
  }

  /** Whether util-linux is there and the kernel lets it; containers may forbid anything. */
  private static boolean canDropRights() {
    if (!Files.isExecutable(Path.of("/usr/bin/setpriv"))
        && !Files.isExecutable(Path.of("/bin/setpriv"))) {
      return false;
    }
    try {
      Process process =
          new ProcessBuilder("/bin/sh", "-c", "exec " + NO_NEW_RIGHTS + "/bin/sh -c :")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        return false;
      }
      return process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
