package io.auricle.audio.ffmpeg;

import io.auricle.file.FileName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file as the standard input of a program, by descriptor, whatever bytes its name is made of.
 *
 * <p>Java hands over names as texts, and loses those that are none. Such a file is opened by the
 * shell that starts the program: the name goes to it in ASCII, other bytes as octal numbers, and
 * nothing has to be made beside the file that could be left behind.
 */
public final class ShellInput {
  private static final String OPEN =
      "name=$(printf '%bx' \"$1\"); shift; exec \"$@\" <\"${name%x}\"";

  private ShellInput() {}

  /** Gives a file to the program of a builder, whose command may be changed. */
  public static void give(Path file, ProcessBuilder builder) {
    if (FileName.isText(file)) {
      builder.redirectInput(file.toFile());
      return;
    }
    List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", OPEN, "sh"));
    command.add(octal(FileName.bytes(file.toAbsolutePath())));
    command.addAll(builder.command());
    builder.command(command);
  }

  /** A name for {@code printf %b}: nothing but ASCII, and nothing that a shell reads otherwise. */
  static String octal(byte[] name) {
    StringBuilder text = new StringBuilder();
    for (byte b : name) {
      boolean plain = b == '/' || b == '.' || (b > 0 && Character.isLetterOrDigit(b));
      text.append(plain ? String.valueOf((char) b) : "\\0%03o".formatted(b & 0xFF));
    }
    return text.toString();
  }
}
