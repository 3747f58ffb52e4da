package io.auricle.plot;

import java.io.IOException;

/** Java finds no font to draw text with, as on servers and in containers without fontconfig. */
public final class NoFontsException extends IOException {
  private static final long serialVersionUID = 1;

  NoFontsException(Throwable cause) {
    super("no fonts to draw with: install fontconfig and a font, or write SVG", cause);
  }
}
