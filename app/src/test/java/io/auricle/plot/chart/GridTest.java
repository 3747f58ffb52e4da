package io.auricle.plot.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.plot.ColourMap;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class GridTest {
  private static final Grid GRID =
      new Grid(
          "Title",
          List.of("above", "below"),
          List.of("left", "right"),
          List.of(List.of(0.0, 1.0), List.of(Double.NaN, 0.5)),
          0,
          1,
          20,
          20);

  @Test
  void cellsHaveTheColoursOfTheirValues() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GRID.writePng(out);
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    // The field begins where the left column does: at the first pixel as dark as the lowest value.
    int y = 2 * (52 + 10);
    int left = 0;
    while ((image.getRGB(left, y) & 0xffffff) != ColourMap.SEQUENTIAL.rgb(0)) {
      left++;
    }
    assertEquals(ColourMap.SEQUENTIAL.rgb(1), image.getRGB(left + 60, y) & 0xffffff);
    assertEquals(0xffffff, image.getRGB(left + 20, y + 40) & 0xffffff);
    assertEquals(ColourMap.SEQUENTIAL.rgb(0.5), image.getRGB(left + 60, y + 40) & 0xffffff);
  }

  @Test
  void svgNamesRowsAndColumns() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GRID.writeSvg(out);
    String svg = out.toString(StandardCharsets.UTF_8);
    for (String name : List.of("Title", "above", "below", "left", "right")) {
      assertTrue(svg.contains(">" + name + "<"), name);
    }
  }

  @Test
  void rowsOfOtherLengthsAreRefused() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new Grid("x", List.of("a"), List.of("b", "c"), List.of(List.of(1.0)), 0, 1, 5, 5));
  }
}
