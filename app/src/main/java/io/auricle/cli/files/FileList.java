package io.auricle.cli.files;

import io.auricle.file.FileName;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Paths in a list, as other programs write it: a line each, or each ended by a zero byte ({@code
 * find -print0}), which a list shows by having one. Names are taken byte by byte; addresses of
 * files are read, empty lines and a byte-order mark left out.
 */
final class FileList {
  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private FileList() {}

  /**
   * The paths of a list.
   *
   * @param zeros whether paths are surely ended by zeros, even if there is only one
   */
  static List<Path> paths(byte[] list, boolean zeros) {
    boolean split = zeros || indexOf(list, 0, 0) < list.length;
    int from = Arrays.equals(list, 0, Math.min(3, list.length), MARK, 0, 3) ? 3 : 0;
    List<Path> paths = new ArrayList<>();
    while (from < list.length) {
      int to = indexOf(list, split ? 0 : '\n', from);
      byte[] name = Arrays.copyOfRange(list, from, to);
      if (!split && name.length > 0 && name[name.length - 1] == '\r') {
        name = Arrays.copyOf(name, name.length - 1);
      }
      if (name.length > 0) {
        paths.add(path(name));
      }
      from = to + 1;
    }
    return paths;
  }

  private static Path path(byte[] name) {
    String ascii = new String(name, StandardCharsets.ISO_8859_1);
    return ascii.regionMatches(true, 0, "file:", 0, 5)
        ? FileName.path(ascii)
        : FileName.ofBytes(name);
  }

  private static int indexOf(byte[] list, int wanted, int from) {
    int place = from;
    while (place < list.length && list[place] != wanted) {
      place++;
    }
    return place;
  }
}
