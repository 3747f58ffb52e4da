package io.auricle.classic.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.auricle.classic.SvmOptions;
import io.auricle.feature.FeatureMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalingTest {
  private static final TrainingSet DATA =
      new TrainingSet(
          List.of("a", "b"), List.of(row(0, 1, 10, 7), row(1, 3, 20, 7), row(1, 5, 60, 7)));

  @Test
  void minMaxIsFromZeroToOneAndOneValueIsZero() {
    Scaler scaler = Scaler.fit(ColumnScaling.MIN_MAX, DATA);
    assertArrayEquals(new double[] {0, 0, 0}, scaler.apply(matrix(1, 10, 7)), 1e-12);
    assertArrayEquals(new double[] {1, 1, 0}, scaler.apply(matrix(5, 60, 7)), 1e-12);
    assertArrayEquals(new double[] {1.5, 0.2, 0}, scaler.apply(matrix(7, 20, 9)), 1e-7);
  }

  @Test
  void standardHasMeanZeroAndDeviationOne() {
    Scaler scaler = Scaler.fit(ColumnScaling.STANDARD, DATA);
    double deviation = Math.sqrt(8.0 / 3);
    assertEquals(2 / deviation, scaler.apply(matrix(5, 30, 7))[0], 1e-12);
    assertEquals(0, scaler.apply(matrix(5, 30, 7))[1], 1e-12);
  }

  /** Variances of 8/3, 1400/3 and 0: one factor, that of their mean. */
  @Test
  void commonHasOneFactorForAllColumns() {
    Scaler scaler = Scaler.fit(ColumnScaling.COMMON, DATA);
    double deviation = Math.sqrt((8.0 / 3 + 1400.0 / 3) / 3);
    double[] scaled = scaler.apply(matrix(5, 60, 9));
    assertArrayEquals(new double[] {2 / deviation, 30 / deviation, 2 / deviation}, scaled, 1e-12);
  }

  @Test
  void noneChangesNothing() {
    Scaler scaler = Scaler.fit(ColumnScaling.NONE, DATA);
    assertArrayEquals(new double[] {5, 60, 7}, scaler.apply(matrix(5, 60, 7)), 0);
  }

  @Test
  void gammaLeftOutIsThatOfScikitLearn() {
    // 1 / (3 * X.var()) of MinMaxScaler().fit_transform of the rows; numpy's variance by hand.
    double[] all = {0, 0, 0, 0.5, 0.2, 0, 1, 1, 0};
    double mean = 0;
    for (double value : all) {
      mean += value / all.length;
    }
    double variance = 0;
    for (double value : all) {
      variance += (value - mean) * (value - mean) / all.length;
    }
    SvmOptions options =
        new SvmOptions(1.0, 0.0, false, SvmOptions.Scheme.ONE_VS_ONE, false, ColumnScaling.MIN_MAX);
    Scaler scaler = Scaler.fit(ColumnScaling.MIN_MAX, DATA);
    assertEquals(1 / (3 * variance), options.gammaOf(DATA, scaler), 1e-9);
    SvmOptions standard = new SvmOptions(1.0, 0.0, false, SvmOptions.Scheme.ONE_VS_ONE);
    assertEquals(1.0 / 3, standard.gammaOf(DATA, Scaler.fit(ColumnScaling.STANDARD, DATA)), 0);
  }

  @Test
  void rowsOfMatricesAreScaledEach() {
    FeatureMatrix first = FeatureMatrix.of(2, 2, new float[] {0, 5, 10, 7});
    ColumnScale scale =
        ColumnScale.of(
            ColumnScaling.MIN_MAX, List.of(first, FeatureMatrix.of(1, 2, new float[] {5, 9})));
    assertArrayEquals(new float[] {0, 0, 1, 0.5f}, scale.apply(first).toArray(), 1e-6f);
  }

  private static TrainingSet.Vector row(int label, float... values) {
    return new TrainingSet.Vector("group" + values[0], label, matrix(values));
  }

  private static FeatureMatrix matrix(float... values) {
    return FeatureMatrix.of(1, values.length, values);
  }
}
