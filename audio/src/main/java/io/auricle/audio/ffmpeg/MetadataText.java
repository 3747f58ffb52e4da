package io.auricle.audio.ffmpeg;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads FFmpeg's format of metadata with a hash in front ({@link FfmpegCommand#metadata}): a line
 * {@code ;FFMETADATA1}, a line {@code SHA256=...}, then {@code name=value}, where a backslash
 * stands before {@code = ; # \} and line breaks of names and values.
 */
final class MetadataText {
  private static final String HEADER = ";FFMETADATA1";
  private static final String HASH = "SHA256=";
  private static final int HASH_DIGITS = 64;
  private static final Pattern STREAM = Pattern.compile("(\\d+,[a-z],SHA256=[0-9a-f]{64})\n");
  private static final int MOST_TAGS = 500;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_VALUE = 1 << 16;

  /** What a container says of itself, and nobody of the music. */
  private static final Set<String> OF_CONTAINERS =
      Set.of("handler_name", "vendor_id", "major_brand", "minor_version", "compatible_brands");

  /** What ID3 and ASF call a mood; FFmpeg has no name of its own for it. */
  private static final Set<String> MOODS = Set.of("tmoo", "wm/mood");

  private final String text;
  private int place;

  private MetadataText(String text, int place) {
    this.text = text;
    this.place = place;
  }

  /** The metadata; nothing if there is no hash, for then FFmpeg found no sound. */
  static Optional<FileMetadata> read(String said) {
    int start = said.startsWith(HEADER) ? said.indexOf('\n') + 1 : 0;
    int end = start + HASH.length() + HASH_DIGITS;
    // FFmpeg writes the hash before the first tag, so no tag can stand in for it.
    if (!said.startsWith(HASH, start) || said.length() <= end || said.charAt(end) != '\n') {
      return Optional.empty();
    }
    String hash = said.substring(start + HASH.length(), end);
    return Optional.of(new FileMetadata(hash, new MetadataText(said, end + 1).tags()));
  }

  /** The same with a line {@code 0,a,SHA256=...} for each stream in place of the one hash. */
  static Optional<FilePackets> readPackets(String said) {
    int place = said.startsWith(HEADER) ? said.indexOf('\n') + 1 : 0;
    List<String> streams = new ArrayList<>();
    Matcher stream = STREAM.matcher(said).region(place, said.length());
    while (stream.lookingAt()) {
      streams.add(stream.group(1));
      place = stream.end();
      stream.region(place, said.length());
    }
    int tags = place;
    return streams.stream()
        .filter(line -> line.contains(",a," + HASH))
        .findFirst()
        .map(line -> line.substring(line.length() - HASH_DIGITS))
        .map(hash -> new FileMetadata(hash, new MetadataText(said, tags).tags()))
        .map(metadata -> new FilePackets(metadata, streams));
  }

  private Map<String, String> tags() {
    Map<String, String> tags = new LinkedHashMap<>();
    while (place < text.length() && tags.size() < MOST_TAGS) {
      if (text.startsWith(HEADER, place)) {
        place = Math.min(text.length(), place + HEADER.length() + 1);
        continue;
      }
      String written = part('=').toLowerCase(Locale.ROOT).strip();
      String name = MOODS.contains(written) ? "mood" : written;
      String value = part('\n');
      boolean undefined = name.equals("language") && value.equals("und");
      if (!name.isEmpty()
          && name.length() <= LONGEST_NAME
          && !undefined
          && !OF_CONTAINERS.contains(name)) {
        tags.putIfAbsent(name, value.substring(0, Math.min(value.length(), LONGEST_VALUE)));
      }
    }
    return tags;
  }

  /** Up to a character that no backslash stands before, which is left out. */
  private String part(char end) {
    StringBuilder part = new StringBuilder();
    while (place < text.length()) {
      char c = text.charAt(place++);
      if (c == end) {
        return part.toString();
      }
      if (c == '\\' && place < text.length()) {
        c = text.charAt(place++);
      }
      part.append(c);
    }
    return part.toString();
  }
}
