package io.auricle.library.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Genres that old tags name by numbers: those of ID3v1 with Winamp's additions. */
final class Id3Genres {
  private static final Pattern REFERENCE = Pattern.compile("\\((\\d{1,3}|RX|CR)\\)");
  private static final List<String> NAMES = read();

  private Id3Genres() {}

  private static List<String> read() {
    try (InputStream in = Id3Genres.class.getResourceAsStream("genres.txt")) {
      if (in == null) {
        throw new IllegalStateException("genres.txt is missing in the jar of auricle-library");
      }
      return new String(in.readAllBytes(), UTF_8).lines().toList();
    } catch (IOException e) {
      throw new IllegalStateException("genres.txt cannot be read", e);
    }
  }

  /** The genre of a number from 0 on. */
  static Optional<String> name(int number) {
    return number >= 0 && number < NAMES.size() ? Optional.of(NAMES.get(number)) : Optional.empty();
  }

  /** What a value of TCON means: {@code (17)}, {@code 17}, {@code (17)Rock} or words. */
  static List<String> of(String value) {
    List<String> genres = new ArrayList<>();
    if (value.matches("\\d{1,3}|RX|CR")) {
      genres.add(word(value));
      return genres;
    }
    String rest = value;
    Matcher reference = REFERENCE.matcher(rest);
    while (reference.lookingAt()) {
      genres.add(word(reference.group(1)));
      rest = rest.substring(reference.end());
      reference = REFERENCE.matcher(rest);
    }
    String words = rest.startsWith("((") ? rest.substring(1) : rest;
    if (!words.isEmpty() && genres.stream().noneMatch(words::equalsIgnoreCase)) {
      genres.add(words);
    }
    return genres;
  }

  private static String word(String reference) {
    return switch (reference) {
      case "RX" -> "Remix";
      case "CR" -> "Cover";
      default -> name(Integer.parseInt(reference)).orElse(reference);
    };
  }
}
