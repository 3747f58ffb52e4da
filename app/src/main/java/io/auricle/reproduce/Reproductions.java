package io.auricle.reproduce;

import io.auricle.yaml.Nearest;
import io.auricle.yaml.YamlBinder;
import io.auricle.yaml.YamlException;
import io.auricle.yaml.YamlNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The tables that come along, in the order of the studies. */
public final class Reproductions {
  private static final YamlBinder BINDER = new YamlBinder();
  private static final String FOLDER = "/reproductions/";

  private Reproductions() {}

  /** Their names. */
  public static List<String> names() {
    return text("index.txt").lines().filter(line -> !line.isBlank()).toList();
  }

  /** All of them. */
  public static List<Reproduction> all() {
    return names().stream().map(Reproductions::read).toList();
  }

  /**
   * One of them.
   *
   * @throws IllegalArgumentException if there is none of that name; the message has the nearest
   */
  public static Reproduction named(String id) {
    List<String> names = names();
    if (!names.contains(id)) {
      throw new IllegalArgumentException(
          "table %s is unknown; did you mean %s? auricle reproduce --list shows all"
              .formatted(id, Nearest.of(id, names)));
    }
    return read(id);
  }

  /** The text of an experiment that tables are measured with, or of a file that it reads. */
  static String file(String name) {
    return text("experiments/" + name);
  }

  private static Reproduction read(String id) {
    Path file = Path.of("reproductions", id + ".yaml");
    try {
      return BINDER.read(YamlNode.parse(text(id + ".yaml")), Reproduction.class);
    } catch (YamlException e) {
      throw new IllegalStateException(e.in(file).getMessage(), e);
    }
  }

  private static String text(String name) {
    try (InputStream in = Reproductions.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        throw new IllegalStateException("resource " + FOLDER + name + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
