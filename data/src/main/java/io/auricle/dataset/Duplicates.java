package io.auricle.dataset;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Tracks whose files are the same byte for byte. Whole files are read only if they have their size
 * and their first bytes in common with others.
 */
public final class Duplicates {
  private static final int HEAD = 1 << 16;

  private Duplicates() {}

  /** A part of a file's content, or what stands for it. */
  private interface Trait {
    String of(Path file) throws IOException;
  }

  /**
   * Finds them.
   *
   * @param tracks those without audio are duplicates of none
   * @return sets of two or more in the order of the tracks given
   * @throws DatasetException if a file cannot be read
   */
  public static List<List<Track>> of(Collection<Track> tracks) throws DatasetException {
    List<List<Track>> sets =
        List.of(tracks.stream().filter(track -> track.path() != null).toList());
    sets = divide(sets, file -> Long.toString(Files.size(file)));
    sets = divide(sets, Duplicates::head);
    return divide(sets, Checksums::sha256);
  }

  private static List<List<Track>> divide(List<List<Track>> sets, Trait trait)
      throws DatasetException {
    List<List<Track>> divided = new ArrayList<>();
    for (List<Track> set : sets) {
      Map<String, List<Track>> same = new TreeMap<>();
      for (Track track : set) {
        Path path = track.path();
        if (path != null) {
          try {
            same.computeIfAbsent(trait.of(path), key -> new ArrayList<>()).add(track);
          } catch (IOException e) {
            throw DatasetException.unreadable(path, e);
          }
        }
      }
      same.values().stream().filter(list -> list.size() > 1).forEach(divided::add);
    }
    return divided;
  }

  private static String head(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return new String(in.readNBytes(HEAD), ISO_8859_1);
    }
  }
}
