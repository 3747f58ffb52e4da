package io.auricle.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds models: those of the artifact {@code auricle-models}, in {@code models/NAME/} on the class
 * path or the module path and listed in {@code models/index.txt}, and those in folders.
 */
public final class Bundles {
  /** The model used when none is named. */
  public static final String DEFAULT_NAME = "genre";

  private static final String ROOT = "models/";

  private Bundles() {}

  /** Names of the models that come with the program. */
  public static List<String> bundled() throws IOException {
    try (InputStream in = resource("index.txt")) {
      return in == null
          ? List.of()
          : new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .map(String::strip)
              .filter(line -> !line.isEmpty())
              .toList();
    }
  }

  /** Names of all models that are found by name: those that come along, then the user's own. */
  public static List<String> known() throws IOException {
    List<String> names = new ArrayList<>(bundled());
    UserModels.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
    return names;
  }

  /** What a file of the bundled models holds; null if there is none. */
  static @Nullable InputStream resource(String name) {
    // By the loader, not the class: what a class finds in modules is its own module's alone.
    return Bundles.class.getClassLoader().getResourceAsStream(ROOT + name);
  }

  /**
   * Finds a model by name or reads the bundle in a folder. A plain name means a bundled model
   * first, then one of the {@linkplain UserModels user's own}; {@code ./genre} is always a folder.
   *
   * @throws UnknownModelException if there is no such model
   * @throws BundleException if it is incomplete
   */
  public static Bundle find(String nameOrFolder) throws IOException {
    if (About.isName(nameOrFolder)) {
      @Nullable Bundle bundle = Bundle.readBundled(nameOrFolder);
      if (bundle != null) {
        return bundle;
      }
      Optional<Path> added = UserModels.find(nameOrFolder);
      if (added.isPresent()) {
        return Bundle.read(added.get());
      }
    }
    Path folder = Path.of(nameOrFolder);
    if (!Files.isDirectory(folder)) {
      throw new UnknownModelException(nameOrFolder, known());
    }
    return Bundle.read(folder);
  }
}
