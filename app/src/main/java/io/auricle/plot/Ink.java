package io.auricle.plot;

import java.awt.Color;

/** The colours of what stands around a field. */
public final class Ink {
  static final Color TEXT = new Color(0x222222);
  static final Color LINE = new Color(0x555555);
  public static final Color PAPER = Color.WHITE;
  public static final Color WAVE = new Color(0xb58cc9);
  public static final Color WAVE_MEAN = new Color(0x6a2f8a);

  private Ink() {}

  /** A colour as SVG has it. */
  static String hex(Color colour) {
    return "#%06x".formatted(colour.getRGB() & 0xffffff);
  }
}
