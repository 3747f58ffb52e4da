package io.auricle.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The network files that come with the program, by name. */
public final class NetworkCatalogue {
  private static final String FOLDER = "/networks/";

  private NetworkCatalogue() {}

  /** All names, in alphabetical order. */
  public static List<String> names() {
    return text("index").lines().filter(line -> !line.isBlank()).toList();
  }

  /**
   * One of them.
   *
   * @param classes what the word {@code classes} in the file stands for
   * @throws IllegalArgumentException if there is none of that name
   */
  public static NetworkSpec load(String name, int classes) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "network=%s is not in the catalogue; did you mean %s? There are %s"
              .formatted(name, Nearest.of(name, names), names));
    }
    return NetworkReader.read(text(name + ".yaml"), classes);
  }

  private static String text(String file) {
    try (InputStream in = NetworkCatalogue.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new IllegalStateException("resource missing: " + FOLDER + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + FOLDER + file, e);
    }
  }
}
