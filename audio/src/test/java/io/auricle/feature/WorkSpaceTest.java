package io.auricle.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.auricle.audio.Signal;
import io.auricle.feature.set.FeatureSets;
import java.lang.management.ManagementFactory;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Buffers are kept from sound to sound, and what a sound has left in them changes nothing. */
final class WorkSpaceTest {
  private static final int RATE = 22_050;

  @Test
  void aClosedSpaceGivesTheSameBuffersAgain() {
    WorkSpace.Pool pool = new WorkSpace.Pool();
    float[] first;
    try (WorkSpace space = pool.take();
        WorkSpace other = pool.take()) {
      first = space.floats(10);
      assertNotSame(first, other.floats(10));
      assertNotSame(first, space.floats(10));
      other.floats(10);
    }
    // The one closed last was taken first.
    try (WorkSpace other = pool.take();
        WorkSpace space = pool.take()) {
      assertNotSame(first, other.floats(10));
      assertSame(first, space.floats(10));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"gtzan57", "groningen58", "chin97"})
  void aSoundBeforeChangesNothing(String set) {
    FeatureOptions options = FeatureSets.named(set);
    FeatureExtractor used = options.extractor();
    used.extract(noise(5 * RATE, 30));
    for (int length : new int[] {1, 1500, 2 * RATE, 4 * RATE + 17}) {
      Signal signal = noise(length, 0.1);
      assertArrayEquals(
          options.extractor().extract(signal).values(), used.extract(signal).values());
    }
  }

  /** Of three seconds, whose buffers are some 8 MB; chin97 holds the spectra besides, 0.5 MB. */
  @ParameterizedTest
  @CsvSource({"gtzan57, 700_000", "chin97, 1_800_000"})
  void aFurtherSoundNeedsNoFurtherBuffers(String set, String bytes) {
    FeatureExtractor extractor = FeatureSets.named(set).extractor();
    Signal signal = noise(3 * RATE, 0.1);
    extractor.extract(signal);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    extractor.extract(signal);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < Long.parseLong(bytes.replace("_", "")), () -> allocated + " bytes");
  }

  private static Signal noise(int length, double level) {
    Random random = new Random(length);
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) (level * random.nextGaussian());
    }
    return Signal.of(samples, RATE);
  }
}
