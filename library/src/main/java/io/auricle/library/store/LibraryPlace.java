package io.auricle.library.store;

import io.auricle.folder.UserData;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where a user's library lies unless another file is named: the file that the property {@value
 * #PROPERTY} or the variable {@code AURICLE_LIBRARY} names; else {@code library.db} in the user's
 * {@linkplain UserData data folder}.
 */
public final class LibraryPlace {
  /** The system property that names the file. */
  public static final String PROPERTY = "auricle.library";

  private LibraryPlace() {}

  /** The file, whether it is there or not; nothing where there is no place for it. */
  public static Optional<Path> file() {
    return file(System::getenv, System::getProperty);
  }

  static Optional<Path> file(
      UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
    return UserData.path(properties.apply(PROPERTY))
        .or(() -> UserData.path(environment.apply("AURICLE_LIBRARY")))
        .or(() -> UserData.folder(environment, properties).map(data -> data.resolve("library.db")));
  }
}
