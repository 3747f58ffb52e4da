package io.auricle.plot;

/**
 * Colours from black through violet, red and orange to pale yellow. Lightness rises evenly with the
 * value, so that equal steps look equal, also in print without colour: each colour is a point of
 * the CIE L*a*b* space (illuminant D65) with {@code L* = 3 + 94 v}, a hue that turns from violet to
 * yellow and as much chroma as a screen can show there, but for black and white.
 */
final class ColourMap {
  private static final int STEPS = 256;
  private static final int[] COLOURS = colours();

  private ColourMap() {}

  /** The colour of a value in [0, 1], others counting as the nearest: {@code 0xRRGGBB}. */
  static int rgb(double value) {
    return COLOURS[(int) Math.round(Math.min(1, Math.max(0, value)) * (STEPS - 1))];
  }

  private static int[] colours() {
    int[] colours = new int[STEPS];
    for (int i = 0; i < STEPS; i++) {
      double v = i / (STEPS - 1.0);
      double hue = Math.toRadians(-65 + 165 * Math.pow(v, 1.15));
      double chroma = 78 * Math.pow(Math.sin(Math.PI * Math.min(1, 0.02 + 0.93 * v)), 0.75);
      // Less chroma until the colour is one that a screen has.
      int rgb = -1;
      for (; rgb < 0; chroma *= 0.98) {
        rgb = rgbOfLab(3 + 94 * v, chroma * Math.cos(hue), chroma * Math.sin(hue), chroma < 1);
      }
      colours[i] = rgb;
    }
    return colours;
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
