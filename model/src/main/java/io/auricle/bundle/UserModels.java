package io.auricle.bundle;

import io.auricle.folder.UserData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The models that a user added, a folder each: in the folder that the property {@code
 * auricle.models} or the variable {@code AURICLE_MODELS} names; else in {@code auricle/models} of
 * {@code $XDG_DATA_HOME}, {@code %LOCALAPPDATA%} or {@code ~/.local/share}.
 */
public final class UserModels {
  /** The system property that names the folder. */
  public static final String PROPERTY = "auricle.models";

  private UserModels() {}

  /** The folder, whether it is there or not; nothing where there is no place for it. */
  public static Optional<Path> folder() {
    return folder(System::getenv, System::getProperty);
  }

  static Optional<Path> folder(
      UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
    return UserData.path(properties.apply(PROPERTY))
        .or(() -> UserData.path(environment.apply("AURICLE_MODELS")))
        .or(() -> UserData.folder(environment, properties).map(data -> data.resolve("models")));
  }

  /** The names of the models that are there, sorted. */
  public static List<String> names() throws IOException {
    Optional<Path> folder = folder().filter(Files::isDirectory);
    if (folder.isEmpty()) {
      return List.of();
    }
    try (Stream<Path> entries = Files.list(folder.get())) {
      return entries
          .filter(entry -> Files.isRegularFile(entry.resolve(Bundle.CARD_FILE)))
          .map(entry -> String.valueOf(entry.getFileName()))
          .filter(About::isName)
          .sorted()
          .toList();
    }
  }

  /** The folder of a model that is there. */
  static Optional<Path> find(String name) {
    return folder()
        .map(folder -> folder.resolve(name))
        .filter(model -> Files.isRegularFile(model.resolve(Bundle.CARD_FILE)));
  }
}
