package io.auricle.web.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How slow an upload may be. */
final class UploadPaceTest {
  private static final int KIB = 1024;

  private final List<Double> told = new ArrayList<>();
  private final UploadPace pace = new UploadPace(limits(60, 4 * KIB), told::add);

  private static UploadLimits limits(double seconds, long bytesPerSecond) {
    return new UploadLimits(1 << 20, 1 << 20, 1, seconds, bytesPerSecond);
  }

  @Test
  void steadySlowestSpeedGoesOn() {
    for (int second = 0; second < 50; second++) {
      assertTrue(pace.came(4 * KIB, 1), "second " + second);
    }
  }

  @Test
  void slowerIsCutOffWhenItIsFiveSecondsBehind() {
    for (int second = 1; second < 10; second++) {
      assertTrue(pace.came(2 * KIB, 1), "second " + second);
    }
    assertTrue(pace.came(2 * KIB, 1));
    assertFalse(pace.came(2 * KIB, 1));
  }

  /** What came quickly before does not buy time. */
  @Test
  void stallAfterMuchIsCutOffAsSoon() {
    assertTrue(pace.came(100 * KIB * KIB, 1));
    assertFalse(pace.came(0, 5.1));
  }

  @Test
  void readsWaitForWhatIsLeftOfTheGrace() {
    pace.begin();
    pace.came(0, 3);
    pace.begin();
    pace.came(100 * KIB, 0.1);
    pace.begin();
    assertEquals(List.of(5.0, 2.0, 5.0), told);
  }

  @Test
  void allTogetherHasItsTime() {
    UploadPace unhurried = new UploadPace(limits(10, 0), told::add);
    assertTrue(unhurried.came(1, 9));
    unhurried.begin();
    assertEquals(List.of(1.0), told);
    assertFalse(unhurried.came(1, 1.1));
  }

  @Test
  void whoIsCutOffEndsAtOnceAndWaitsNoMore() {
    pace.begin();
    pace.cut();
    assertEquals(List.of(5.0, 0.0), told);
    assertEquals(0, pace.waited());
    assertFalse(pace.came(100 * KIB));
  }
}
