package io.auricle.plot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** What can be drawn, and written as PNG or SVG. */
public interface Plot {
  /** Pixels of an SVG; a PNG has two for each. */
  int width();

  /** As {@link #width()}, from top to bottom. */
  int height();

  /** Draws all of it. */
  void draw(Canvas canvas) throws IOException;

  /**
   * The same with the measures of the plots that it stands beside, so that what is longer or higher
   * is more.
   *
   * @param all of one picture, itself among them
   */
  default Plot among(List<Plot> all) {
    return this;
  }

  /** Writes it as PNG. */
  default void writePng(OutputStream out) throws IOException {
    PngCanvas canvas = new PngCanvas(width(), height());
    draw(canvas);
    ImageIO.write(canvas.image(), "png", out);
  }

  /** Writes it as SVG. */
  default void writeSvg(OutputStream out) throws IOException {
    SvgCanvas canvas = new SvgCanvas(width(), height());
    draw(canvas);
    out.write(canvas.document().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes {@code NAME.svg} and {@code NAME.png} into a folder. Where Java finds no fonts the
   * second is left out: who has worked for hours keeps the first.
   *
   * @return the files
   */
  default List<Path> write(Path folder, String name) throws IOException {
    Path svg = folder.resolve(name + ".svg");
    try (OutputStream out = Files.newOutputStream(svg)) {
      writeSvg(out);
    }
    Path png = folder.resolve(name + ".png");
    try (OutputStream out = Files.newOutputStream(png)) {
      writePng(out);
    } catch (NoFontsException e) {
      Files.delete(png);
      return List.of(svg);
    }
    return List.of(png, svg);
  }
}
