package io.auricle.plot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PanelsTest {
  /** A field of one colour. */
  private record Field(int width, int height, Color colour) implements Plot {
    @Override
    public void draw(Canvas canvas) {
      canvas.shape(new Rectangle2D.Double(0, 0, width, height), colour);
      canvas.line(0, 0, width, 0);
    }
  }

  private static final List<Plot> FIELDS =
      List.of(
          new Field(40, 30, Color.RED),
          new Field(60, 30, Color.GREEN),
          new Field(40, 50, Color.BLUE));

  @Test
  void plotsStandInRowsAndColumnsOfTheLargest() throws IOException {
    Panels panels = Panels.of(FIELDS, 2);
    assertEquals(100, panels.width());
    assertEquals(80, panels.height());
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    panels.writePng(png);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(png.toByteArray()));
    assertEquals(Color.RED.getRGB(), at(image, 20, 15));
    assertEquals(Color.GREEN.getRGB(), at(image, 70, 15));
    assertEquals(Color.BLUE.getRGB(), at(image, 20, 60));
    assertEquals(Color.WHITE.getRGB(), at(image, 70, 60));
  }

  @Test
  void namesStandAbove() throws IOException {
    Panels panels = new Panels(FIELDS, List.of("first", "second", "third"), 3);
    assertTrue(panels.height() > 50, "height=" + panels.height());
    ByteArrayOutputStream svg = new ByteArrayOutputStream();
    panels.writeSvg(svg);
    String text = svg.toString(StandardCharsets.UTF_8);
    assertTrue(text.contains(">second<"), text);
    assertThrows(IllegalArgumentException.class, () -> new Panels(FIELDS, List.of("one"), 3));
  }

  private static int at(BufferedImage image, int x, int y) {
    return image.getRGB(PngCanvas.PIXELS * x, PngCanvas.PIXELS * y);
  }
}
