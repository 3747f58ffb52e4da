package io.auricle.dataset.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.auricle.file.AudioExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compares the first bytes of a file with what its ending promises. Quick, and enough to find empty
 * files and pages of HTML saved as music; damage further on needs a decoder.
 */
final class HeaderProbe implements Probe {
  @Override
  public Optional<String> problem(Path file) {
    String head;
    try (InputStream in = Files.newInputStream(file)) {
      head = new String(in.readNBytes(12), ISO_8859_1);
    } catch (IOException e) {
      return Optional.of("cannot be read: " + e.getClass().getSimpleName());
    }
    if (head.isEmpty()) {
      return Optional.of("the file is empty");
    }
    String extension = AudioExtension.of(file);
    return fits(extension, head)
        ? Optional.empty()
        : Optional.of("the first bytes are not those of a ." + extension + " file");
  }

  private static boolean fits(String extension, String head) {
    return switch (extension) {
      case "wav" -> head.matches("(?s)(RIFF|RIFX|RF64)....WAVE");
      case "au", "snd" -> head.startsWith(".snd");
      case "aif", "aiff", "aifc" -> head.matches("(?s)FORM....AIF[FC]");
      case "flac" -> head.startsWith("fLaC") || head.startsWith("ID3");
      case "ogg", "oga", "opus" -> head.startsWith("OggS");
      case "mp3" -> head.startsWith("ID3") || head.matches("(?s)\u00ff[\u00e0-\u00ff].*");
      case "m4a", "mp4" -> head.startsWith("ftyp", 4);
      default -> true;
    };
  }
}
