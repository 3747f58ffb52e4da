package io.auricle.audio;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What FFmpeg's messages mean for one file.
 *
 * @param path the file
 * @param known whether it starts as an audio format does
 */
record FfmpegReport(Path path, boolean known) {
  private static final Pattern PREFIX = Pattern.compile("^(\\[[^\\]]*@[^\\]]*\\] )?");
  private static final Pattern DURATION =
      Pattern.compile("\\[info\\] {3}Duration: (\\d+):(\\d\\d):(\\d\\d\\.\\d+),.*");

  /** Shorter than its header says by more than this share is called cut. */
  private static final double CUT_SHARE = 0.02;

  private static final double CUT_SECONDS = 0.3;

  /** What a shell says of a program that it cannot start; a library that is missing gives 127. */
  private static final int NOT_EXECUTABLE = 126;

  private static final int NOT_FOUND = 127;

  /** Why not one sample came. */
  DecodeException failure(List<String> messages, int exit) {
    if (exit == NOT_EXECUTABLE || exit == NOT_FOUND) {
      return new DecodeException(
          ErrorCode.INTERNAL, path, "needs FFmpeg, which does not start (exit code " + exit + ")");
    }
    String all = String.join("\n", messages);
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
      String reason = problems(messages).stream().findFirst().orElse("exit code " + exit);
      return new DecodeException(ErrorCode.CORRUPT, path, "cannot be decoded: " + reason);
    }
    return new DecodeException(
        ErrorCode.UNSUPPORTED, path, "is not audio, or of a format that is not decoded");
  }

  /** What went wrong after the first samples. */
  List<String> warnings(List<String> messages, int exit, double decodedSeconds) {
    List<String> result = new ArrayList<>();
    double claimed = claimedSeconds(messages).orElse(0);
    if (claimed - decodedSeconds > Math.max(CUT_SECONDS, CUT_SHARE * claimed)) {
      result.add(
          String.format(
              Locale.ROOT,
              "cut: the header says %.1f s, %.1f s could be decoded",
              claimed,
              decodedSeconds));
    } else if (messages.stream().anyMatch(m -> m.contains("invalid concatenated file"))) {
      result.add("cut or joined: its length is not the one that its header says");
    }
    List<String> problems = problems(messages);
    if (!problems.isEmpty()) {
      String more = problems.size() > 1 ? " (and " + (problems.size() - 1) + " more)" : "";
      result.add("damaged: " + problems.get(0) + more);
    } else if (exit != 0) {
      result.add("damaged: the decoder stopped with exit code " + exit);
    }
    return result;
  }

  /** The length that the header says, as far as it was said yet. */
  static OptionalDouble claimedSeconds(List<String> messages) {
    for (String message : messages) {
      Matcher matcher = DURATION.matcher(message);
      if (matcher.matches()) {
        return OptionalDouble.of(
            3600 * Integer.parseInt(matcher.group(1))
                + 60 * Integer.parseInt(matcher.group(2))
                + Double.parseDouble(matcher.group(3)));
      }
    }
    return OptionalDouble.empty();
  }

  private static List<String> problems(List<String> messages) {
    List<String> result = new ArrayList<>();
    for (String message : messages) {
      String text = PREFIX.matcher(message).replaceFirst("");
      for (String level : List.of("[error] ", "[fatal] ", "[panic] ")) {
        if (text.startsWith(level)) {
          result.add(printable(text.substring(level.length())));
        }
      }
    }
    return result;
  }

  /** One line, whatever the file made FFmpeg say. */
  private static String printable(String text) {
    String plain = text.strip().replaceAll("\\p{Cntrl}", " ");
    return plain.length() > 200 ? plain.substring(0, 200) : plain;
  }
}
