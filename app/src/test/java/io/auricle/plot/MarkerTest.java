package io.auricle.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The colours of ten groups as different eyes see them. */
final class MarkerTest {
  private static final double LEAST_DISTANCE = 22;

  /** Linear RGB as it is seen; Machado, Oliveira and Fernandes 2009, severity 1. */
  @SuppressWarnings("ImmutableEnumChecker") // the list never changes
  enum Eye {
    ALL_CONES(1, 0, 0, 0, 1, 0, 0, 0, 1),
    NO_RED_CONES(
        0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116,
        1.051998),
    NO_GREEN_CONES(
        0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881),
    NO_BLUE_CONES(
        1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367,
        0.303900);

    private final List<Double> matrix;

    Eye(double... matrix) {
      this.matrix = DoubleStream.of(matrix).boxed().toList();
    }

    double[] lab(String hex) {
      double[] linear = new double[3];
      for (int i = 0; i < 3; i++) {
        double c = Integer.parseInt(hex.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
        linear[i] = c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
      }
      double[] seen = product(matrix.stream().mapToDouble(d -> d).toArray(), linear);
      for (int i = 0; i < 3; i++) {
        seen[i] = Math.min(1, Math.max(0, seen[i]));
      }
      double[] xyz =
          product(
              new double[] {
                0.4124564, 0.3575761, 0.1804375, 0.2126729, 0.7151522, 0.0721750, 0.0193339,
                0.1191920, 0.9503041
              },
              seen);
      double x = root(xyz[0] / 0.95047);
      double y = root(xyz[1]);
      double z = root(xyz[2] / 1.08883);
      return new double[] {116 * y - 16, 500 * (x - y), 200 * (y - z)};
    }

    private static double[] product(double[] matrix, double[] v) {
      double[] p = new double[3];
      for (int i = 0; i < 9; i++) {
        p[i / 3] += matrix[i] * v[i % 3];
      }
      return p;
    }

    private static double root(double t) {
      return t > 216.0 / 24389 ? Math.cbrt(t) : t * 841 / 108 + 4.0 / 29;
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyEyeTellsTenGroupsApart(Eye eye) {
    assertApart(eye, Marker::onLight);
    assertApart(eye, Marker::onDark);
  }

  private static void assertApart(Eye eye, Function<Marker, String> colour) {
    for (Marker a : Marker.values()) {
      for (Marker b : Marker.values()) {
        double squares = 0;
        for (int i = 0; i < 3; i++) {
          double difference = eye.lab(colour.apply(a))[i] - eye.lab(colour.apply(b))[i];
          squares += difference * difference;
        }
        assertTrue(a == b || Math.sqrt(squares) > LEAST_DISTANCE, a + " " + b + " " + squares);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void shapesAreAsLargeAsACircle(Marker marker) {
    assertTrue(marker.path().startsWith("M") && marker.path().endsWith("Z"), marker.path());
    double size = marker.unit().getBounds2D().getWidth();
    assertEquals(2.2, size, 0.75, marker.name());
  }

  @Test
  void hundredGroupsHaveMarksOfTheirOwn() {
    Set<String> marks = new HashSet<>();
    for (int group = 0; group < 100; group++) {
      marks.add(Marker.shapeOf(group) + " " + Marker.colourOf(group));
    }
    assertEquals(100, marks.size());
  }
}
