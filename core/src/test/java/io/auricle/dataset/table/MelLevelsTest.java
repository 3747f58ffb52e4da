package io.auricle.dataset.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.auricle.dataset.DatasetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MelLevelsTest {
  private final Path folder;

  MelLevelsTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void topRowIsTheHighestBandAndKnownBadClipIsLeftOut() throws Exception {
    write("0,jazz.00053,jazz", "1,jazz.00054,jazz", "2,jazz.00055,jazz");
    MelLevels levels = MelLevels.open(folder);
    assertEquals(2, levels.pictures().size());
    MelLevels.Picture last = levels.pictures().get(1);
    assertEquals(255, levels.level(last, 0, 7));
    assertEquals(0, levels.level(last, 171, 7));
    float[] db = levels.toDb(last);
    assertEquals(173 * 128, db.length);
    assertEquals(0, db[7 * 128 + 127], 1e-6);
    assertEquals(-40, db[7 * 128], 1e-6);
  }

  @Test
  void rowBeyondTheArrayIsAnErrorThatNamesTheLine() throws Exception {
    write("3,jazz.00053,jazz");
    assertEquals(
        folder.resolve("mel_level_index.csv") + ", line 2: row=3 must be in [0, 3)",
        assertThrows(DatasetException.class, () -> MelLevels.open(folder)).getMessage());
  }

  @Test
  void publishedPicturesAreRead() throws Exception {
    String data = System.getProperty("auricle.data");
    assumeTrue(data != null, "give -Dauricle.data=DIR to read the published pictures");
    MelLevels levels = MelLevels.open(Path.of(String.valueOf(data), "gtzan-mel"));
    assertEquals(999, levels.pictures().size());
  }

  /** Three pictures of full level in the upper half and none in the lower. */
  private void write(String... index) throws Exception {
    Path array = folder.resolve("mel_level_u8.npy");
    try (NpyWriter writer = NpyWriter.create(array, NpyType.UINT8, List.of(3L, 172L, 173L))) {
      for (int i = 0; i < 3 * 172 * 173; i++) {
        writer.write(i / 173 % 172 < 86 ? 255 : 0);
      }
    }
    Files.writeString(
        folder.resolve("mel_level_index.csv"),
        "row,track,genre\n" + String.join("\n", List.of(index)) + "\n");
  }
}
