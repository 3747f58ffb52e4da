package io.auricle.cache;

import io.auricle.folder.Ownership;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A folder in which the cache may lie.
 *
 * @param folder absolute unless the user named it
 * @param shared whether others may write beside it, as in the folder of temporary files: then it
 *     must be the user's own and closed to others
 */
record CachePlace(Path folder, boolean shared) {

  /**
   * Where the cache may lie, best first: the folder that the property names, and no other; else
   * {@code $XDG_CACHE_HOME}, {@code %LOCALAPPDATA%}, the home folder, the folder of temporary
   * files. Variables that name no absolute path and homes that are not there do not count: a
   * service without a home has {@code /nonexistent} or {@code ?} for one.
   */
  static List<CachePlace> of(
      UnaryOperator<@Nullable String> environment, UnaryOperator<@Nullable String> properties) {
    String chosen = properties.apply(UserCache.PROPERTY);
    if (chosen != null && !chosen.isEmpty()) {
      return List.of(new CachePlace(Path.of(chosen), false));
    }
    List<CachePlace> places = new ArrayList<>();
    Path xdg = absolute(environment.apply("XDG_CACHE_HOME"));
    if (xdg != null) {
      places.add(new CachePlace(xdg.resolve("auricle"), false));
    }
    Path local = absolute(environment.apply("LOCALAPPDATA"));
    if (local != null && Files.isDirectory(local)) {
      places.add(new CachePlace(local.resolve("auricle").resolve("cache"), false));
    }
    // As the environment says, then as the system's table of users says.
    addHome(places, absolute(environment.apply("HOME")));
    addHome(places, absolute(properties.apply("user.home")));
    Path temporary = absolute(properties.apply("java.io.tmpdir"));
    if (temporary != null) {
      places.add(new CachePlace(temporary.resolve("auricle-cache"), true));
    }
    return places;
  }

  private static void addHome(List<CachePlace> places, @Nullable Path home) {
    if (home != null && Files.isDirectory(home)) {
      Path folder = home.resolve(".cache").resolve("auricle");
      for (CachePlace place : places) {
        if (place.folder.equals(folder)) {
          return;
        }
      }
      places.add(new CachePlace(folder, false));
    }
  }

  private static @Nullable Path absolute(@Nullable String name) {
    if (name == null || name.isEmpty()) {
      return null;
    }
    try {
      Path path = Path.of(name);
      return path.isAbsolute() ? path : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  /**
   * The folder, made if it is not there.
   *
   * @throws IOException if it cannot be made, or is shared and not the user's own
   */
  Path open() throws IOException {
    return shared ? openShared() : Files.createDirectories(folder);
  }

  /**
   * {@code auricle-cache-USER} in a folder that others may write to. It is made under a random name
   * with its permissions and then renamed, so that it never stands open; what is there already is
   * taken only if it is no link, of the same owner, and closed to all others.
   */
  private Path openShared() throws IOException {
    Path parent = folder.toAbsolutePath().getParent();
    Path made = Files.createTempDirectory(parent, folder.getFileName() + "-new-");
    try {
      String user = Files.getOwner(made).getName().replaceAll("[^A-Za-z0-9._-]", "_");
      Path own = folder.resolveSibling(folder.getFileName() + "-" + user);
      if (!Files.exists(own)) {
        moveUnlessThere(made, own);
      }
      if (!Ownership.isPrivate(own) || (Files.exists(made) && !Ownership.isSame(own, made))) {
        throw new IOException("is a link, another user's, or open to others");
      }
      return own;
    } finally {
      Files.deleteIfExists(made);
    }
  }

  private static void moveUnlessThere(Path made, Path own) throws IOException {
    try {
      Files.move(made, own, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (!Files.exists(own)) {
        throw e;
      }
      // Another process was first; what it made is looked at as if it had been there.
    }
  }
}
