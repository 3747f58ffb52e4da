package io.auricle.plot;

import java.util.function.DoubleToIntFunction;

/**
 * Colours that stand for values. Lightness follows the value evenly, so that equal steps look
 * equal: each colour is a point of the CIE L*a*b* space (illuminant D65) of a given lightness and
 * hue with as much chroma as a screen can show there.
 */
public final class ColourMap {
  private static final int STEPS = 256;

  /**
   * From black through violet, red and orange to pale yellow, {@code L* = 3 + 94 v}: can be read in
   * grey too.
   */
  public static final ColourMap SEQUENTIAL = new ColourMap(ColourMap::sequential);

  /** From blue through near white, for the middle, to red: the further from it the darker. */
  public static final ColourMap DIVERGING = new ColourMap(ColourMap::diverging);

  private final int[] colours = new int[STEPS];

  private ColourMap(DoubleToIntFunction colour) {
    for (int i = 0; i < STEPS; i++) {
      colours[i] = colour.applyAsInt(i / (STEPS - 1.0));
    }
  }

  private static int sequential(double v) {
    double hue = Math.toRadians(-65 + 165 * Math.pow(v, 1.15));
    double chroma = 78 * Math.pow(Math.sin(Math.PI * Math.min(1, 0.02 + 0.93 * v)), 0.75);
    return nearest(3 + 94 * v, chroma, hue);
  }

  private static int diverging(double v) {
    double distance = Math.abs(2 * v - 1);
    return nearest(96 - 62 * distance, 90 * distance, Math.toRadians(v < 0.5 ? -75 : 32));
  }

  /** The colour of a value in [0, 1], others counting as the nearest: {@code 0xRRGGBB}. */
  public int rgb(double value) {
    return colours[(int) Math.round(Math.min(1, Math.max(0, value)) * (STEPS - 1))];
  }

  /** Less chroma until the colour is one that a screen has. */
  private static int nearest(double lightness, double chroma, double hue) {
    int rgb = -1;
    for (double c = chroma; rgb < 0; c *= 0.98) {
      rgb = rgbOfLab(lightness, c * Math.cos(hue), c * Math.sin(hue), c < 1);
    }
    return rgb;
  }

  /** The colour, or -1 where a screen has none and it must not be cut. */
  private static int rgbOfLab(double l, double a, double b, boolean cut) {
    double fy = (l + 16) / 116;
    double x = 0.95047 * cube(fy + a / 500);
    double y = cube(fy);
    double z = 1.08883 * cube(fy - b / 200);
    double[] linear = {
      3.2406 * x - 1.5372 * y - 0.4986 * z,
      -0.9689 * x + 1.8758 * y + 0.0415 * z,
      0.0557 * x - 0.2040 * y + 1.0570 * z
    };
    int rgb = 0;
    for (double part : linear) {
      if (!cut && (part < 0 || part > 1)) {
        return -1;
      }
      double value = Math.min(1, Math.max(0, part));
      double gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * Math.pow(value, 1 / 2.4) - 0.055;
      rgb = (rgb << 8) | (int) Math.round(255 * gamma);
    }
    return rgb;
  }

  private static double cube(double t) {
    return t > 6.0 / 29 ? t * t * t : (t - 4.0 / 29) * 108 / 841;
  }
}
