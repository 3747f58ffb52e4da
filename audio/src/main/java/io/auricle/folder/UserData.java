package io.auricle.folder;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The folder for what a user keeps: {@code auricle} in {@code $XDG_DATA_HOME}, {@code
 * %LOCALAPPDATA%} or {@code ~/.local/share}.
 */
public final class UserData {
  private UserData() {}

  /** The folder, whether it is there or not; nothing where there is no place for it. */
  public static Optional<Path> folder(
      UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
    return within(environment.apply("XDG_DATA_HOME"), "")
        .or(() -> within(environment.apply("LOCALAPPDATA"), ""))
        .or(() -> within(environment.apply("HOME"), ".local/share"))
        .or(() -> within(properties.apply("user.home"), ".local/share"));
  }

  private static Optional<Path> within(@Nullable String base, String inside) {
    return path(base)
        .filter(Path::isAbsolute)
        .map(folder -> folder.resolve(inside).resolve("auricle"));
  }

  /** The path of a setting; nothing where it is not set, or no path. */
  public static Optional<Path> path(@Nullable String name) {
    try {
      return name == null || name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
