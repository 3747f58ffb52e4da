package io.auricle.split;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.text.TextFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Splits as text files, UTF-8: a few lines of {@code key: value}, then for each part its name in
 * brackets and a line for each track.
 *
 * <pre>
 * auricle-split: 1
 * name: by-artist
 * origin: stratified by label, grouped by artist, seed 7, 0.8 0.1 0.1
 * leaky: false
 * [train]
 * blues.00000
 * [validation]
 * blues.00012
 * [test]
 * blues.00029
 * </pre>
 */
public final class SplitFile {
  private static final String MARK = "auricle-split";

  private SplitFile() {}

  /**
   * Writes a split; what was there is replaced.
   *
   * @throws DatasetException if the file cannot be written
   */
  public static void write(Split split, Path file) throws DatasetException {
    StringBuilder text = new StringBuilder();
    text.append(MARK).append(": 1\n");
    text.append("name: ").append(split.name()).append('\n');
    text.append("origin: ").append(split.origin()).append('\n');
    text.append("leaky: ").append(split.leaky()).append('\n');
    for (Part part : Part.values()) {
      text.append('[').append(part.title()).append("]\n");
      split.tracks(part).forEach(id -> text.append(id).append('\n'));
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw DatasetException.unwritable(file, e);
    }
  }

  /**
   * Reads a split.
   *
   * @throws DatasetException if the file is not a split, or a track is in it twice
   */
  public static Split read(Path file) throws DatasetException {
    return new Reader(file).read();
  }

  private static final class Reader {
    private final Path file;
    private final Map<String, String> head = new HashMap<>();
    private final Map<Part, SortedSet<TrackId>> parts = new EnumMap<>(Part.class);
    private final Map<TrackId, Integer> lines = new HashMap<>();

    Reader(Path file) {
      this.file = file;
    }

    Split read() throws DatasetException {
      List<String> text;
      try {
        text = TextFile.lines(file, TextFile.MOST_BYTES_LISTED);
      } catch (IOException e) {
        throw DatasetException.unreadable(file, e);
      }
      SortedSet<TrackId> part = null;
      for (int i = 0; i < text.size(); i++) {
        String line = text.get(i).strip();
        if (line.isEmpty()) {
          continue;
        }
        if (line.matches("\\[.*]")) {
          part = parts.computeIfAbsent(part(line, i + 1), key -> new TreeSet<>());
        } else if (part == null) {
          putHead(line, i + 1);
        } else {
          add(part, line, i + 1);
        }
      }
      if (!"1".equals(head.get(MARK))) {
        throw new DatasetException(file, 1, "a split file of Auricle begins with " + MARK + ": 1");
      }
      return new Split(
          head.getOrDefault("name", String.valueOf(file.getFileName())),
          head.getOrDefault("origin", ""),
          leaky(),
          parts);
    }

    private boolean leaky() throws DatasetException {
      String leaky = head.getOrDefault("leaky", "false");
      if (!leaky.matches("true|false")) {
        throw new DatasetException(file, "leaky=" + leaky + " must be true or false");
      }
      return Boolean.parseBoolean(leaky);
    }

    private Part part(String line, int number) throws DatasetException {
      return Part.ofTitle(line.substring(1, line.length() - 1).strip())
          .orElseThrow(
              () ->
                  new DatasetException(
                      file, number, line + " must be [train], [validation] or [test]"));
    }

    private void putHead(String line, int number) throws DatasetException {
      int colon = line.indexOf(':');
      if (colon < 0) {
        throw new DatasetException(
            file, number, "\"" + line + "\" must be key: value, or stand below [train]");
      }
      head.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }

    private void add(SortedSet<TrackId> part, String line, int number) throws DatasetException {
      if (!TrackId.isValid(line)) {
        throw new DatasetException(file, number, "a track is named with control characters");
      }
      TrackId id = new TrackId(line);
      Integer earlier = lines.put(id, number);
      if (earlier != null) {
        throw new DatasetException(file, number, "track " + id + " is already in line " + earlier);
      }
      part.add(id);
    }
  }
}
