package io.auricle.network;

import io.auricle.text.TextFile;
import io.auricle.yaml.Nearest;
import io.auricle.yaml.YamlException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
    return load(name, classes, Map.of());
  }

  private static NetworkSpec load(String name, int classes, Map<String, String> variables) {
    List<String> names = names();
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          "network=%s is not in the catalogue; did you mean %s? There are %s"
              .formatted(name, Nearest.of(name, names), names));
    }
    return NetworkReader.read(NetworkVariables.filled(text(name + ".yaml"), variables), classes);
  }

  /** A network of the catalogue or of a file, its variables left as they are. */
  public static NetworkSpec find(String description, int classes) throws IOException {
    return find(description, classes, Map.of());
  }

  /**
   * A network of the catalogue or of a file.
   *
   * @param description a name in the catalogue, or a path that ends in {@code .yaml}
   * @param variables values of the file's {@code ${name:default}}, by name
   * @throws IOException if the file cannot be read
   * @throws NetworkException with the file and the line for a fault in it
   * @throws IllegalArgumentException if the catalogue has none of that name, or the file no such
   *     variable
   */
  public static NetworkSpec find(String description, int classes, Map<String, String> variables)
      throws IOException {
    if (!description.endsWith(".yaml")) {
      return load(description, classes, variables);
    }
    Path file = Path.of(description);
    String text = TextFile.read(file, TextFile.MOST_BYTES_WRITTEN);
    try {
      return NetworkReader.read(NetworkVariables.filled(text, variables), classes);
    } catch (YamlException e) {
      YamlException placed = e.in(file);
      throw new NetworkException(String.valueOf(placed.getMessage()), placed);
    } catch (IllegalArgumentException e) {
      throw new NetworkException("%s: %s".formatted(file, e.getMessage()), e);
    }
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
