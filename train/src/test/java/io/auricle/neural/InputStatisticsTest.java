package io.auricle.neural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.feature.FeatureMatrix;
import io.auricle.network.NetworkReader;
import io.auricle.network.NetworkSpec;
import io.auricle.neural.batch.ClipSource;
import io.auricle.neural.option.ComputeDevice;
import io.auricle.neural.torch.LiveWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two clips of three frames and two bands, small enough to do by hand. */
final class InputStatisticsTest {
  private static final List<FeatureMatrix> CLIPS =
      List.of(
          FeatureMatrix.of(3, 2, new float[] {1, 2, 3, 4, 5, 6}),
          FeatureMatrix.of(3, 2, new float[] {3, 2, 7, 8, 1, 10}));

  @Test
  void eachBandHasAMeanOverFramesAndClips() {
    // Band 0: 1 3 5 3 7 1; band 1: 2 4 6 2 8 10.
    assertStatistics(
        "[1, 2, 3]",
        "band",
        false,
        new float[] {20 / 6f, 32 / 6f},
        new float[] {(float) (1 / Math.sqrt(41 / 9.0)), (float) (1 / Math.sqrt(80 / 9.0))});
  }

  @Test
  void allTogetherHaveOneMean() {
    assertStatistics(
        "[1, 2, 3]",
        "all",
        false,
        new float[] {52 / 12f},
        new float[] {(float) (1 / Math.sqrt(318 / 12.0 - Math.pow(52 / 12.0, 2)))});
  }

  @Test
  void eachValueHasAMeanOverClipsAndWhatIsConstantBecomesZero() {
    assertStatistics(
        "[1, 2, 3]",
        "value",
        false,
        new float[] {2, 5, 3, 2, 6, 8},
        new float[] {1, 1 / 2f, 1 / 2f, 0, 1 / 2f, 1 / 2f});
  }

  @Test
  void valuesKeepTheOrderOfANetworkThatTakesFramesFirst() {
    assertStatistics(
        "[3, 2]",
        "value",
        true,
        new float[] {2, 2, 5, 6, 3, 8},
        new float[] {1, 0, 1 / 2f, 1 / 2f, 1 / 2f, 1 / 2f});
  }

  @Test
  void bandsBehindFramesAreRefused() {
    Exception e =
        assertThrows(
            IllegalArgumentException.class,
            () -> assertStatistics("[3, 2]", "band", true, new float[0], new float[0]));
    assertTrue(String.valueOf(e.getMessage()).contains("must be value or all"), e.getMessage());
  }

  private static void assertStatistics(
      String input, String per, boolean framesFirst, float[] means, float[] factors) {
    NetworkSpec network =
        NetworkReader.read(
            "{name: tiny, input: %s, layers: [{normalise: %s}, flatten, {dense: classes}]}"
                .formatted(input, per),
            2);
    try (LiveWeights weights = LiveWeights.initialised(network, 1, ComputeDevice.CPU)) {
      InputStatistics.fit(network, new Clips(framesFirst), weights);
      assertArrayEquals(means, weights.values("normalise-1.mean"), 1e-5f);
      assertArrayEquals(factors, weights.values("normalise-1.factor"), 1e-5f);
    }
  }

  private record Clips(boolean framesFirst) implements ClipSource {
    @Override
    public int size() {
      return CLIPS.size();
    }

    @Override
    public List<String> classes() {
      return List.of("a", "b");
    }

    @Override
    public FeatureMatrix clip(int index) {
      return CLIPS.get(index);
    }

    @Override
    public int label(int index) {
      return index;
    }
  }
}
