package io.auricle.journal;

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
public final class Journal {
  private static final ObjectMapper JSON = new ObjectMapper();

  private Journal() {}

  /**
   * The first line.
   *
   * @param work differs where results would
   */
  public record Head(String work) {}

  /**
   * A file that is done.
   *
   * @param stamp what the lines say of the file's place
   * @param start bytes of the table before the file's lines
   * @param end bytes of the table up to and with the file's lines
   * @param crc CRC-32C of the lines
   * @param failure why there are none, or null
   */
  public record Entry(
      FileState file, String stamp, long start, long end, long crc, @Nullable Failure failure) {
    /** The same with the lines at another place. */
    public Entry at(long newStart, long newEnd) {
      return new Entry(file, stamp, newStart, newEnd, crc, failure);
    }
  }

  /** Why a file failed. */
  public record Failure(String code, String message) {}

  /** A line with its end. */
  public static byte[] line(Object value) {
    try {
      return (JSON.writeValueAsString(value) + "\n").getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What a journal says it is of; empty if it is cut before that. */
  public static String work(Path file) throws IOException {
    List<String> lines = lines(file);
    try {
      return lines.isEmpty() ? "" : JSON.readValue(lines.get(0), Head.class).work();
    } catch (JsonProcessingException e) {
      return "";
    }
  }

  /** The files that are done, in order. */
  public static List<Entry> entries(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<String> lines = lines(file);
    for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
      try {
        Entry entry = JSON.readValue(line, Entry.class);
        if (entry.file() == null || entry.stamp() == null) {
          break;
        }
        entries.add(entry);
      } catch (JsonProcessingException e) {
        break;
      }
    }
    return entries;
  }

  private static List<String> lines(Path file) throws IOException {
    // As many bytes as there are files; what is no text is no journal.
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
  }
}
