package io.auricle.spark.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PackingTest {
  private static final long MEBIBYTE = 1L << 20;

  private static CatalogueFile file(String name, long bytes) {
    return new CatalogueFile("s3a://music/" + name, bytes, 0);
  }

  @Test
  void everyFileIsInOnePack() {
    List<CatalogueFile> files = new ArrayList<>();
    Random random = new Random(1);
    for (int i = 0; i < 5000; i++) {
      files.add(file(i + ".mp3", 1 + random.nextInt(20 << 20)));
    }
    List<List<CatalogueFile>> packs = new Packing(100 * MEBIBYTE, 2000).pack(files);
    List<CatalogueFile> all = packs.stream().flatMap(List::stream).toList();
    assertEquals(files.size(), all.size());
    assertEquals(new HashSet<>(files), new HashSet<>(all));
  }

  @Test
  void packsAreOfOneSizeWhateverTheNames() {
    List<CatalogueFile> files = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      // By name the large ones would be together.
      files.add(file("%04d.mp3".formatted(i), i < 100 ? 9 * MEBIBYTE : MEBIBYTE));
    }
    Packing packing = new Packing(100 * MEBIBYTE, 2000);
    List<List<CatalogueFile>> packs = packing.pack(files);
    for (List<CatalogueFile> pack : packs.subList(0, packs.size() - 1)) {
      long bytes = pack.stream().mapToLong(f -> f.size() + Packing.COST_OF_A_FILE).sum();
      assertTrue(bytes <= 100 * MEBIBYTE && bytes > 90 * MEBIBYTE, "bytes=" + bytes);
    }
  }

  @Test
  void aHugeFileIsAloneAndFirst() {
    List<CatalogueFile> files =
        List.of(
            file("a.mp3", MEBIBYTE), file("huge.wav", 5000 * MEBIBYTE), file("b.mp3", MEBIBYTE));
    List<List<CatalogueFile>> packs = new Packing(100 * MEBIBYTE, 2000).pack(files);
    assertEquals(List.of(files.get(1)), packs.get(0));
    assertEquals(2, packs.get(1).size());
    assertEquals(2, packs.size());
  }

  @Test
  void manyEmptyFilesAreNotOnePack() {
    List<CatalogueFile> files = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      files.add(file(i + ".mp3", i % 2 == 0 ? 0 : CatalogueFile.UNKNOWN));
    }
    assertEquals(10, new Packing(1L << 40, 100).pack(files).size());
    assertTrue(new Packing(MEBIBYTE, 2000).pack(files).size() >= 250);
  }

  @Test
  void theUsualPackingGivesEachCoreSeveral() {
    List<CatalogueFile> files = new ArrayList<>();
    for (int i = 0; i < 10_000; i++) {
      files.add(file(i + ".mp3", 4 * MEBIBYTE));
    }
    int packs = Packing.of(files, 2000).pack(files).size();
    assertTrue(packs >= 10_000 / 2, "packs=" + packs);
    // Few cores are no reason for few packs: others may come.
    assertTrue(Packing.of(files, 1).pack(files).size() >= 600);
    long tebibyte = 1L << 40;
    assertEquals(1 << 30, Packing.of(List.of(file("all.wav", 40 * tebibyte)), 100).bytes());
    assertEquals(List.of(), Packing.of(List.of(), 4).pack(List.of()));
  }
}
