package io.auricle.dataset.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.table.FigurePictures.Figure;
import io.auricle.feature.FeatureMatrix;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FigurePicturesTest {
  @TempDir
  @SuppressWarnings("NullAway.Init") // set by JUnit
  private Path folder;

  @Test
  void thePlotIsReadWithoutItsMarginAsGreyLevels() throws Exception {
    BufferedImage image = new BufferedImage(432, 288, BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < 288; y++) {
      for (int x = 0; x < 432; x++) {
        boolean inside = x >= 54 && x < 390 && y >= 35 && y < 253;
        image.setRGB(x, y, inside ? 0xff000000 | ((y - 35) << 8) : 0xffffffff);
      }
    }
    image.setRGB(54, 35, 0xff0000ff);
    image.setRGB(389, 252, 0xffff0000);
    write("blues/blues00007.png", image);
    Figure figure = FigurePictures.open(folder).figures().get(0);
    assertEquals("blues.00007", figure.track().value());
    assertEquals("blues", figure.label().name());
    FeatureMatrix grey = FigurePictures.grey(figure);
    assertEquals(336, grey.frameCount());
    assertEquals(218, grey.columnCount());
    // Column by column, from above; luma of blue, red and green.
    assertEquals(0.114, grey.at(0, 0), 1e-6);
    assertEquals(0.299, grey.at(335, 217), 1e-6);
    assertEquals(0.587 * 100 / 255, grey.at(10, 100), 1e-6);
    for (int row = 0; row < 218; row++) {
      assertTrue(grey.at(335, row) < 0.9, "row=" + row);
    }
  }

  @Test
  void othersAreLeftOutAndTheKnownBadClip() throws Exception {
    BufferedImage image = new BufferedImage(432, 288, BufferedImage.TYPE_INT_RGB);
    write("jazz/jazz00054.png", image);
    write("jazz/jazz00055.png", image);
    write("jazz/cover.png", image);
    write("other/other00001.png", image);
    assertEquals(
        List.of("jazz.00055"),
        FigurePictures.open(folder).figures().stream().map(f -> f.track().value()).toList());
  }

  @Test
  void anotherSizeAndNoPictureNameTheFile() throws Exception {
    write("pop/pop00001.png", new BufferedImage(100, 100, BufferedImage.TYPE_INT_RGB));
    Files.writeString(folder.resolve("pop/pop00002.png"), "no picture");
    List<Figure> figures = FigurePictures.open(folder).figures();
    String size = fault(figures.get(0));
    assertTrue(size.contains("pop00001.png") && size.contains("width=100 height=100"), size);
    String damaged = fault(figures.get(1));
    assertTrue(damaged.contains("pop00002.png") && damaged.contains("is no picture"), damaged);
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertThrows(DatasetException.class, () -> FigurePictures.open(empty));
  }

  private static String fault(Figure figure) {
    Exception e = assertThrows(DatasetException.class, () -> FigurePictures.grey(figure));
    return String.valueOf(e.getMessage());
  }

  private void write(String name, BufferedImage image) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    ImageIO.write(image, "png", file.toFile());
  }
}
