package io.auricle.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where models lie that a user added. */
final class UserModelsTest {
  private final Path folder;

  UserModelsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void whatIsNamedGoesBeforeWhatTheSystemHas() {
    String here = folder.toString();
    Map<String, String> system = Map.of("XDG_DATA_HOME", here + "/data", "HOME", here + "/home");
    assertEquals(
        Optional.of(Path.of("mine")),
        UserModels.folder(
            Map.of("AURICLE_MODELS", "other")::get, Map.of("auricle.models", "mine")::get));
    assertEquals(
        Optional.of(Path.of("other")),
        UserModels.folder(Map.of("AURICLE_MODELS", "other", "HOME", here)::get, name -> null));
    assertEquals(
        Optional.of(folder.resolve("data/auricle/models")),
        UserModels.folder(system::get, name -> null));
  }

  @Test
  void withoutAnyOfThemItIsTheHomeFolder() {
    String here = folder.toString();
    Path expected = folder.resolve(".local/share/auricle/models");
    assertEquals(Optional.of(expected), UserModels.folder(Map.of("HOME", here)::get, name -> null));
    assertEquals(
        Optional.of(expected), UserModels.folder(name -> null, Map.of("user.home", here)::get));
    assertEquals(
        Optional.of(expected),
        UserModels.folder(
            Map.of("XDG_DATA_HOME", "not/absolute", "HOME", here)::get, name -> null));
  }

  @Test
  void aServiceWithoutAHomeHasNone() {
    assertEquals(Optional.empty(), UserModels.folder(name -> null, Map.of("user.home", "?")::get));
  }
}
