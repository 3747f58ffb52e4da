package io.auricle.library.song;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The tags that a library has columns for, whatever formats call them. */
record SongTags(
    @Nullable String title,
    @Nullable String artist,
    @Nullable String album,
    @Nullable Integer year) {
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)([12]\\d{3})(?!\\d)");
  private static final List<String> YEARS =
      List.of("originalyear", "originaldate", "tdor", "tory", "date", "year", "tdrc", "tyer");

  static SongTags of(Map<String, String> tags) {
    return new SongTags(
        first(tags, List.of("title")),
        first(tags, List.of("artist", "album_artist", "albumartist")),
        first(tags, List.of("album")),
        year(tags));
  }

  private static @Nullable String first(Map<String, String> tags, List<String> names) {
    for (String name : names) {
      String value = tags.getOrDefault(name, "").strip();
      if (!value.isEmpty()) {
        return value;
      }
    }
    return null;
  }

  /** Of the recording, where it is known, before that of the release. */
  private static @Nullable Integer year(Map<String, String> tags) {
    for (String name : YEARS) {
      Matcher year = YEAR.matcher(tags.getOrDefault(name, ""));
      if (year.find()) {
        return Integer.valueOf(year.group(1));
      }
    }
    return null;
  }
}
