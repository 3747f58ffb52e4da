package io.auricle.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.work.FileAnswers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A scan goes on without what does not answer. */
@Timeout(180)
final class SilentFolderTest {
  /** Long enough for what answers, also on a machine on which much else runs. */
  private static final long MILLIS = 2_400;

  private static final FileAnswers ANSWERS = FileAnswers.within(MILLIS);

  private Path root;
  private HangingFiles files;

  @BeforeEach
  void files(@TempDir Path temporary) throws IOException {
    root = temporary;
    files = new HangingFiles(temporary);
    for (String name : List.of("a/1.mp3", "b/2.mp3", "c/3.mp3", "4.mp3")) {
      file(name);
    }
  }

  private void file(String name) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[] {1, 2, 3});
  }

  @AfterEach
  void letGo() {
    files.letGo();
  }

  private AudioScan.Found scan() throws IOException {
    return AudioScan.below(files.path(""), false, ANSWERS);
  }

  private List<String> names(Collection<Path> paths) {
    return paths.stream()
        .map(path -> root.relativize(Path.of(path.toString())).toString())
        .toList();
  }

  @Test
  void whatAnswersIsFoundWithItsFacts() throws IOException {
    AudioScan.Found found = scan();
    assertEquals(List.of("4.mp3", "a/1.mp3", "b/2.mp3", "c/3.mp3"), names(found.files().keySet()));
    found.files().values().forEach(facts -> assertEquals(3, facts.orElseThrow().size()));
    assertTrue(found.silent().isEmpty());
  }

  @Test
  void silentFolderAndFileLeaveTheOthers() throws IOException {
    files.silence("b");
    files.silence("4.mp3");
    AudioScan.Found found = scan();
    assertEquals(List.of("a/1.mp3", "c/3.mp3"), names(found.files().keySet()));
    assertEquals(List.of("4.mp3", "b"), names(found.silent()).stream().sorted().toList());
    assertTrue(found.unreadable().isEmpty());
  }

  /** A drive of two hundred albums costs a few questions, not one of each album. */
  @Test
  void driveThatGoesIsLeftAsAWhole() throws IOException {
    for (int i = 0; i < 200; i++) {
      file("drive/%03d/song.mp3".formatted(i));
    }
    Path asked = files.path("");
    FileAnswers answers = FileAnswers.within(MILLIS);
    files.silenceAt("drive/001", "drive");
    AudioScan.Found found = AudioScan.below(asked, false, answers);
    assertEquals(4, found.files().size());
    assertEquals(List.of("drive"), names(found.silent()));
    int waited = files.waited();
    assertTrue(waited < 20, "waited=" + waited);
    assertEquals(
        "drive",
        root.relativize(Path.of(answers.silence(files.path("drive/7/x")).orElseThrow().toString()))
            .toString());
    // The next scan does not ask again before the drive answers.
    assertEquals(List.of("drive"), names(AudioScan.below(asked, false, answers).silent()));
    assertEquals(waited, files.waited());
    files.letGo();
    while (answers.silence(files.path("drive")).isPresent()) {
      Thread.onSpinWait();
    }
    assertEquals(204, AudioScan.below(asked, false, answers).files().size());
  }

  @Test
  void rootThatIsSilentIsSaid() throws IOException {
    files.silence("");
    AudioScan.Found found = scan();
    assertTrue(found.files().isEmpty());
    assertEquals(List.of(""), names(found.silent()));
  }
}
