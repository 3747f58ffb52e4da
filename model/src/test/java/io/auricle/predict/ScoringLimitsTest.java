package io.auricle.predict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.audio.DecodeException;
import io.auricle.audio.ErrorCode;
import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models that do not end are ended; those beside them are not. */
final class ScoringLimitsTest {
  private static final Path SOURCE = Path.of("tone.wav");
  private static final ScoringLimits HASTY = new ScoringLimits(0.3);

  private ConstantModels models;

  @BeforeEach
  void folder(@TempDir Path temporary) {
    models = new ConstantModels(temporary);
  }

  private static SyntheticStream tone() {
    return new SyntheticStream(4, 0.5f);
  }

  @Test
  void endlessModelIsEndedForTheFileAlone() throws Exception {
    Bundle hostile = models.endless("hostile", false);
    Bundle honest = models.single("honest", 2, 4, 0.7f, 0.3f);
    try (Classifier endless = Classifiers.load(hostile, HASTY);
        Classifier other = Classifiers.load(honest)) {
      CompletableFuture<DecodeException> refused =
          CompletableFuture.supplyAsync(
              () -> assertThrows(DecodeException.class, () -> endless.predict(tone(), SOURCE)));
      while (!refused.isDone()) {
        assertEquals("high", other.predict(tone(), SOURCE).labels().get(0).label());
      }
      assertEquals(ErrorCode.TIMEOUT, refused.get().code());
      assertEquals("the model took too long", refused.get().reason());
      // And again: the model can be asked as before.
      DecodeException e =
          assertThrows(DecodeException.class, () -> endless.predict(tone(), SOURCE));
      assertEquals(ErrorCode.TIMEOUT, e.code());
    }
  }

  @Test
  void modelThatNeverEndsDoesNotLoad() throws IOException {
    Bundle bundle = models.endless("hostile", true);
    BundleException e = assertThrows(BundleException.class, () -> Classifiers.load(bundle, HASTY));
    assertTrue(e.toString().contains("took over 1.0 s for an empty segment"), e.toString());
  }

  @Test
  void interruptionEndsTheModel() throws Exception {
    try (Classifier endless = Classifiers.load(models.endless("hostile", false))) {
      CompletableFuture<Throwable> thrown = new CompletableFuture<>();
      CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
      Thread thread =
          new Thread(
              () -> {
                try {
                  endless.predict(tone(), SOURCE);
                  thrown.complete(new AssertionError("it ended"));
                } catch (DecodeException | RuntimeException e) {
                  thrown.complete(e);
                }
                interrupted.complete(Thread.currentThread().isInterrupted());
              });
      thread.start();
      Thread.sleep(200);
      thread.interrupt();
      assertInstanceOf(CancellationException.class, thrown.get(60, TimeUnit.SECONDS));
      assertTrue(interrupted.get(60, TimeUnit.SECONDS));
    }
  }

  @Test
  void limitsMustBePositive() {
    assertThrows(IllegalArgumentException.class, () -> new ScoringLimits(0));
    assertThrows(IllegalArgumentException.class, () -> new ScoringLimits(Double.NaN));
  }
}
