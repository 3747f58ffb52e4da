package io.auricle.extract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has been done of a work, as a file that outlives a kill: a line of JSON each, the first
 * saying what work it is. A last line that was cut does not count.
 */
final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Journal() {}

  /**
   * The first line.
   *
   * @param work differs where results would
   */
  record Head(String work) {}

  /**
   * A file that is done.
   *
   * @param end bytes of the table up to and with the file's lines
   * @param failure why there are none, or null
   */
  record Entry(FileState file, long end, @Nullable Failure failure) {}

  /** Why a file failed. */
  record Failure(String code, String message) {}

  /** A line with its end. */
  static byte[] line(Object value) {
    try {
      return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a journal says it is of; empty if it is cut before that. */
  static String work(Path file) throws IOException {
    List<String> lines = lines(file);
    try {
      return lines.isEmpty() ? "" : JSON.readValue(lines.get(0), Head.class).work();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  /** The files that are done, in order. */
  static List<Entry> entries(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<String> lines = lines(file);
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      try {
        entries.add(JSON.readValue(line, Entry.class));
      } catch (JsonProcessingException e) {
        break;
      }
    }
    return entries;
  }

  private static List<String> lines(Path file) throws IOException {
    String text = Files.readString(file);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
