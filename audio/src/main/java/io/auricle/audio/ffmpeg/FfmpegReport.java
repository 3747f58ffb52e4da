package io.auricle.audio.ffmpeg;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What FFmpeg's end and account mean for one file.
 *
 * @param path the file
 * @param known whether it starts as an audio format does
 */
record FfmpegReport(Path path, boolean known) {
  /** Shorter than its header says by more than this share is called cut. */
  private static final double CUT_SHARE = 0.005;

  private static final double CUT_SECONDS = 0.3;

  /** What a shell says of a program that it cannot start; a library that is missing gives 127. */
  private static final int NOT_EXECUTABLE = 126;

  private static final int NOT_FOUND = 127;

  /** Exit codes from here on are the numbers of signals. */
  private static final int SIGNALS = 128;

  private static final int SIGKILL = 9;
  private static final int SIGXCPU = 24;

  /** FFmpeg's own code after a signal that it could answer. */
  private static final int SIGNALLED = 255;

  /** Says what a packet is, so that what follows the sound is never taken for one. */
  private static final Set<String> PACKED =
      Set.of("asf", "avi", "caf", "flv", "matroska,webm", "mov,mp4,m4a,3gp,3g2,mj2", "ogg", "tta");

  /**
   * What is as long as the header says is whole, wherever the file ends. All other claims FFmpeg
   * takes from the last packet that it finds.
   */
  private static final Set<String> LENGTH_IN_HEADER =
      Set.of("mp3", "matroska,webm", "mov,mp4,m4a,3gp,3g2,mj2");

  /**
   * Whether FFmpeg ended as no file should make it end.
   *
   * @throws DecodeException INTERNAL if so, TIMEOUT if it had used up its processor time
   */
  void requireOrderly(FfmpegAccount account, int exit) throws DecodeException {
    int signal = account.signal().orElse(exit > SIGNALS ? exit - SIGNALS : 0);
    boolean answered = exit == SIGNALLED && account.signal().isPresent();
    if (signal == SIGXCPU && (answered || !account.ended())) {
      throw new DecodeException(ErrorCode.TIMEOUT, path, "decoding took too much processor time");
    }
    if (exit == NOT_EXECUTABLE || exit == NOT_FOUND) {
      throw internal("needs FFmpeg, which does not start (exit code " + exit + ")");
    }
    if (answered || (!account.ended() && exit > SIGNALS)) {
      String reason = signal == SIGKILL ? ", perhaps for want of memory" : "";
      throw internal("FFmpeg was ended by signal " + signal + reason);
    }
    if (!account.ended() && account.format().isEmpty() && account.complaints().isEmpty()) {
      throw internal("FFmpeg broke off without a word (exit code " + exit + ")");
    }
  }

  /**
   * Whether the sound is what the file was made of: of what is copy-protected FFmpeg decodes noise.
   *
   * @throws DecodeException UNSUPPORTED if it is copy-protected
   */
  void requireUnlocked(FfmpegAccount account) throws DecodeException {
    // Without a key hardly a packet of an MP4 can be decoded; the header of an ASF is short.
    boolean looked = account.decodeErrors().orElse(1) > 0 || account.format().equals("asf");
    if (account.isLocked() || (looked && isLocked(account.format()))) {
      throw new DecodeException(
          ErrorCode.UNSUPPORTED,
          path,
          "is copy-protected (DRM), so its sound cannot be read; its shop may give a free copy");
    }
  }

  private boolean isLocked(String format) {
    try {
      return LockedSound.isIn(path, format);
    } catch (IOException e) {
      // What else is wrong is told of it.
      return false;
    }
  }

  /** Why there is no sound at the start of an excerpt. */
  DecodeException notThere(double startSeconds) {
    return new DecodeException(
        ErrorCode.EMPTY,
        path,
        String.format(Locale.ROOT, "ends before %.1f s, so it holds no sound there", startSeconds));
  }

  /** Why not one sample came. */
  DecodeException failure(FfmpegAccount account, int exit) {
    String all = String.join("\n", account.complaints());
    if (all.contains("Error splitting the argument list") || all.contains("Unknown encoder")) {
      return internal("the FFmpeg that was found does not fit: " + reason(account, exit));
    }
    if (all.contains("matches no streams") || all.contains("does not contain any stream")) {
      return new DecodeException(ErrorCode.UNSUPPORTED, path, "has no sound that can be decoded");
    }
    if (all.contains("moov atom not found") || all.contains("End of file")) {
      return new DecodeException(ErrorCode.TRUNCATED, path, "ends before its first sample");
    }
    if (all.contains("Cannot allocate memory")) {
      return new DecodeException(
          ErrorCode.TOO_LARGE, path, "needs more memory than the limit of the decoding process");
    }
    if (known) {
      return new DecodeException(
          ErrorCode.CORRUPT, path, "cannot be decoded: " + reason(account, exit));
    }
    return new DecodeException(
        ErrorCode.UNSUPPORTED, path, "is not audio, or of a format that is not decoded");
  }

  /**
   * Whether it takes a second look ({@link FfmpegCommand#untilFirstError}) to know what the errors
   * mean: formats without a container find "packets" in whatever follows the sound, such as tags.
   */
  boolean mayBeOnlyBehindTheSound(FfmpegAccount account) {
    return account.decodeErrors().orElse(0) > 0 && !PACKED.contains(account.format());
  }

  /**
   * What is wrong with the sound that was decoded.
   *
   * @param ending what shows that the file breaks off; looked at only where no length was claimed
   * @param intactSamples how much was decoded before the first error
   * @param seconds how much came out in all
   * @param rateHz samples a second
   */
  List<String> warnings(
      FfmpegAccount account,
      int exit,
      long intactSamples,
      double seconds,
      int rateHz,
      Supplier<Optional<String>> ending) {
    List<String> result = new ArrayList<>();
    // Of an AVI that went through a pipe FFmpeg makes a length out of nothing.
    boolean claims = !account.format().equals("avi");
    double claimed = claims ? account.claimedSeconds().orElse(0) : 0;
    if (claimed - seconds > Math.max(CUT_SECONDS, CUT_SHARE * claimed)) {
      result.add(
          String.format(
              Locale.ROOT,
              "cut: the header says %.1f s, %.1f s could be decoded",
              claimed,
              seconds));
    } else if (claimed == 0 || !LENGTH_IN_HEADER.contains(account.format())) {
      ending.get().ifPresent(fault -> result.add("cut: " + fault));
    }
    long errors = account.decodeErrors().orElse(0);
    boolean within = intactSamples < account.decodedSamples();
    if (errors > 0 && (within || !mayBeOnlyBehindTheSound(account))) {
      double at = (double) intactSamples / rateHz;
      String where = within ? String.format(Locale.ROOT, ", the first after %.1f s", at) : "";
      result.add("damaged: " + errors + " packets of sound could not be decoded" + where);
    } else if (account.hasBrokenData()) {
      result.add("damaged: some of the sound is incomplete or does not fit its checksum");
    } else if (exit != 0) {
      result.add("damaged: the decoder stopped with exit code " + exit);
    }
    return result;
  }

  private DecodeException internal(String reason) {
    return new DecodeException(ErrorCode.INTERNAL, path, reason);
  }

  /** One line, whatever the file made FFmpeg say. */
  private static String reason(FfmpegAccount account, int exit) {
    String text = account.complaints().stream().findFirst().orElse("exit code " + exit);
    String plain = text.strip().replaceAll("\\p{Cntrl}", " ");
    return plain.length() > 200 ? plain.substring(0, 200) : plain;
  }
}
