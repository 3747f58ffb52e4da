package io.auricle.plot;

import java.io.IOException;
import java.io.OutputStream;

/** A plot that can be written as PNG (two pixels for each of its own) or as SVG. */
public interface Drawing {
  /**
   * Draws it as PNG.
   *
   * @throws IOException also if there are no fonts to draw with
   */
  void writePng(OutputStream out) throws IOException;

  /** Draws it as SVG. */
  void writeSvg(OutputStream out) throws IOException;
}
