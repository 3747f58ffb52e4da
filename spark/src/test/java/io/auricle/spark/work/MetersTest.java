package io.auricle.spark.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MetersTest {
  @Test
  void countsOfTasksAreAdded() {
    CodeCounts all = new CodeCounts();
    CodeCounts task = new CodeCounts();
    task.add("ok");
    task.add("CORRUPT");
    all.merge(task);
    all.merge(task.copy());
    assertEquals(Map.of("CORRUPT", 2L, "ok", 2L), all.value());
    task.reset();
    assertTrue(task.isZero());
    assertEquals(2L, all.value().get("ok"));
  }

  @Test
  void theTenSlowestOfAllTasksStay() {
    SlowestFiles all = new SlowestFiles();
    for (int task = 0; task < 5; task++) {
      SlowestFiles some = new SlowestFiles();
      for (int i = 0; i < 20; i++) {
        some.add(new SlowFile(task + "-" + i, 20 * task + i, 1));
      }
      all.merge(some);
    }
    List<SlowFile> slowest = all.value();
    assertEquals(10, slowest.size());
    assertEquals("4-19", slowest.get(0).path());
    assertEquals("4-10", slowest.get(9).path());
  }

  @Test
  void tooManyValuesAreNotGathered() {
    GatheredRows rows = new GatheredRows(5);
    rows.add(new float[] {1, 2});
    rows.add(new float[] {3, 4, 5});
    assertEquals(5, rows.values().length);
    assertThrows(GatheredRows.TooMany.class, () -> rows.add(new float[1]));
  }
}
