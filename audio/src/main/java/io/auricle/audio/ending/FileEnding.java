package io.auricle.audio.ending;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether a file breaks off. Many formats do not say how long the sound is, or say it of a film;
 * but some mark their end, or say how many bytes a part has. What follows the sound (tags, zeros,
 * junk) never counts: in doubt nothing is said.
 */
public final class FileEnding {
  private FileEnding() {}

  /**
   * What shows that the end is missing; empty where nothing does.
   *
   * @param format FFmpeg's name of the format
   */
  public static Optional<String> fault(Path file, String format) throws IOException {
    return switch (format) {
      case "ogg" -> with(file, OggEnding::fault);
      case "mp3" -> FrameEnding.MPEG.fault(file);
      case "aac" -> FrameEnding.ADTS.fault(file);
      case "avi" -> with(file, PartEnding::ofAvi);
      case "matroska,webm" -> with(file, PartEnding::ofMatroska);
      case "mov,mp4,m4a,3gp,3g2,mj2" -> with(file, PartEnding::ofMp4);
      default -> Optional.empty();
    };
  }

  private static Optional<String> with(Path file, Check check) throws IOException {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      return check.fault(channel);
    }
  }

  @FunctionalInterface
  private interface Check {
    Optional<String> fault(SeekableByteChannel channel) throws IOException;
  }
}
