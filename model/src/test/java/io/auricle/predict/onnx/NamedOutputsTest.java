package io.auricle.predict.onnx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import io.auricle.bundle.InputOptions;
import io.auricle.feature.FeatureMatrix;
import io.auricle.predict.ConstantModels;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NamedOutputsTest {
  @TempDir private Path folder = Path.of("none");

  @Test
  void givesEachOutputForEachSegment() throws Exception {
    try (NamedOutputs outputs = open("scores")) {
      assertEquals(List.of(2), outputs.sizes());
      List<List<float[]>> rows = outputs.of(frames(8));
      assertEquals(2, rows.size());
      assertArrayEquals(new float[] {0.7f, 0.3f}, rows.get(1).get(0));
    }
  }

  @Test
  void outputThatTheModelLacksIsNamed() {
    BundleException failure = assertThrows(BundleException.class, () -> open("wings"));
    assertTrue(String.valueOf(failure.getMessage()).contains("outputs=[wings]"), failure::toString);
  }

  /** Native memory that is freed while it is read ends the whole program. */
  @Test
  void closingWaitsForWhoeverAsks() throws Exception {
    for (int round = 0; round < 20; round++) {
      NamedOutputs outputs = open("scores");
      CountDownLatch begun = new CountDownLatch(1);
      ExecutorService asking = Executors.newSingleThreadExecutor();
      try {
        Future<?> asked =
            asking.submit(
                () -> {
                  while (true) {
                    outputs.of(frames(400));
                    begun.countDown();
                  }
                });
        begun.await();
        outputs.close();
        ExecutionException end = assertThrows(ExecutionException.class, asked::get);
        assertTrue(String.valueOf(end.getMessage()).contains("is closed"), end::toString);
        outputs.close();
      } finally {
        asking.shutdownNow();
      }
    }
  }

  private NamedOutputs open(String output) throws IOException {
    Bundle bundle = new ConstantModels(folder).single("constant", 2, 4, 0.7f, 0.3f);
    InputOptions input = bundle.single().input();
    return NamedOutputs.open(bundle.model(), "constant.onnx", input, List.of(output));
  }

  private static FeatureMatrix frames(int count) {
    return FeatureMatrix.of(count, 8, new float[count * 8]);
  }
}
