package io.auricle.plot;

import java.awt.Color;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Writes SVG: lines and texts as such, images as PNG within. */
final class SvgCanvas implements Canvas {
  private final StringBuilder svg = new StringBuilder();

  SvgCanvas(int width, int height) {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\""
            + " height=\"%d\" font-family=\"Helvetica, Arial, sans-serif\">",
        width, height, width, height);
    add("<rect width=\"%d\" height=\"%d\" fill=\"white\"/>", width, height);
  }

  /** The finished document. */
  String document() {
    return svg + "</svg>\n";
  }

  @Override
  public void image(BufferedImage image, int x, int y, int width, int height) throws IOException {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(image, "png", png);
    add(
        "<image x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" preserveAspectRatio=\"none\""
            + " href=\"data:image/png;base64,%s\"/>",
        x, y, width, height, Base64.getEncoder().encodeToString(png.toByteArray()));
  }

  @Override
  public void line(double x1, double y1, double x2, double y2) {
    add(
        "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"/>",
        x1, y1, x2, y2, Ink.hex(Ink.LINE));
  }

  @Override
  public void shape(Shape shape, Color colour) {
    add(
        "<path d=\"%s\" fill=\"%s\" stroke=\"white\" stroke-width=\"0.5\"/>",
        Marker.path(shape), Ink.hex(colour));
  }

  @Override
  public void path(Shape path, Color colour) {
    add(
        "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.8\"/>",
        Marker.path(path), Ink.hex(colour));
  }

  @Override
  public void text(String text, double x, double y, int size, Anchor anchor) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%d\" fill=\"%s\" text-anchor=\"%s\">%s</text>",
        x, y, size, Ink.hex(Ink.TEXT), anchor.name().toLowerCase(Locale.ROOT), escaped(text));
  }

  @Override
  public void textUpwards(String text, double x, double y, int size) {
    add(
        "<text transform=\"translate(%.1f %.1f) rotate(-90)\" font-size=\"%d\" fill=\"%s\""
            + " text-anchor=\"middle\">%s</text>",
        x + size / 3.0, y, size, Ink.hex(Ink.TEXT), escaped(text));
  }

  private void add(String format, Object... parts) {
    svg.append(String.format(Locale.ROOT, format, parts)).append('\n');
  }

  /** Also without the control characters that XML forbids. */
  private static String escaped(String text) {
    return text.replaceAll("\\p{Cntrl}", "\ufffd")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }
}
