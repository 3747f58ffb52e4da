package io.auricle.plot.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.plot.Panels;
import io.auricle.plot.Plot;
import io.auricle.plot.PngCanvas;
import io.auricle.plot.chart.BarPlot.Bar;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BarPlotTest {
  private static final int BAR = 0xff1f77b4;

  @Test
  void barsAreAsLongAsTheirCounts() throws IOException {
    assertShorterIsHalf(
        new BarPlot("", List.of(new Bar("a", 10), new Bar("b", 5), new Bar("c", 0))));
  }

  @Test
  void plotsBesideEachOtherMeasureAlike() throws IOException {
    BarPlot few = new BarPlot("", List.of(new Bar("a", 5)));
    BarPlot many = new BarPlot("", List.of(new Bar("a", 10)));
    assertShorterIsHalf(Panels.of(List.of(few, many), 1));
  }

  private static void assertShorterIsHalf(Plot plot) throws IOException {
    PngCanvas canvas = new PngCanvas(plot.width(), plot.height());
    plot.draw(canvas);
    List<Integer> lengths = lengths(canvas.image());
    assertEquals(
        2, lengths.stream().distinct().filter(length -> length > 50).count(), "" + lengths);
    int longest = lengths.stream().mapToInt(length -> length).max().orElse(0);
    int shorter =
        lengths.stream().mapToInt(length -> length).filter(l -> l < longest).max().orElse(0);
    assertEquals(0.5, (double) shorter / longest, 0.02);
  }

  @Test
  void noBarIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new BarPlot("", List.of()));
    assertTrue(
        String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> new Bar("a", -1)).getMessage())
            .startsWith("count=-1 must be"));
  }

  /** Pixels of a bar in each row of the image that has any. */
  private static List<Integer> lengths(BufferedImage image) {
    List<Integer> lengths = new ArrayList<>();
    for (int y = 0; y < image.getHeight(); y++) {
      int length = 0;
      for (int x = 0; x < image.getWidth(); x++) {
        length += image.getRGB(x, y) == BAR ? 1 : 0;
      }
      if (length > 50) {
        lengths.add(length);
      }
    }
    // The edges of a bar may be blended with the paper.
    return lengths;
  }
}
