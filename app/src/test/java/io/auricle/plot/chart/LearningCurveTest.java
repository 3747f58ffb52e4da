package io.auricle.plot.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.auricle.experiment.RunFolder.Epoch;
import io.auricle.neural.EpochMetrics;
import io.auricle.plot.PngCanvas;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LearningCurveTest {
  private static final int TRAINING = 0xff1f77b4;
  private static final List<Epoch> FALLING = epochs("choice", 2, 1, 0.5, 0.2);
  private static final List<Epoch> RISING = epochs("final", 0.2, 0.5, 1, 2);

  @Test
  void fallingLossBeginsHighAndRisingLossLow() throws IOException {
    int height = new LearningCurve(FALLING).image().getHeight() / 2;
    int falling = startOfLoss(new LearningCurve(FALLING).image());
    int rising = startOfLoss(new LearningCurve(RISING).image());
    // 1.8 of 2.4 lie between the two, and the field is most of the picture.
    assertTrue(rising - falling > height / 3, falling + " " + rising);
  }

  /** The lower of two losses is lower, though alone each of them begins at the top. */
  @Test
  void curvesBesideEachOtherMeasureAlike() throws IOException {
    LearningCurve low = new LearningCurve(epochs("choice", 1, 1));
    LearningCurve high = new LearningCurve(epochs("choice", 4, 4, 4, 4));
    PngCanvas canvas = new PngCanvas(low.width(), low.height());
    low.among(List.of(low, high)).draw(canvas);
    BufferedImage beside = canvas.image();
    int height = beside.getHeight();
    assertTrue(startOfLoss(beside) - startOfLoss(low.image()) > height / 6);
    assertTrue(endOfLoss(beside) < 0.6 * endOfLoss(high.image()));
  }

  @Test
  void onlyTheLatestPhaseIsDrawn() throws IOException {
    List<Epoch> both = new ArrayList<>(FALLING);
    both.addAll(RISING);
    int[] drawn = pixels(new LearningCurve(both).image());
    assertArrayEquals(pixels(new LearningCurve(RISING).image()), drawn);
    assertFalse(Arrays.equals(pixels(new LearningCurve(FALLING).image()), drawn));
  }

  /** In the middle, where it is seen, not half behind the axis. */
  @Test
  void oneEpochIsALargeDotInTheMiddle() throws IOException {
    BufferedImage image = new LearningCurve(epochs("choice", 1)).image();
    int dot = 0;
    int legend = image.getHeight() / 16;
    for (int x = image.getWidth() / 3; x < image.getWidth() * 2 / 3; x++) {
      for (int y = legend; y < image.getHeight() / 2; y++) {
        dot += image.getRGB(x, y) == TRAINING ? 1 : 0;
      }
    }
    assertTrue(dot > 300, "dot=" + dot);
  }

  /** Nothing stands in the field but the curves. */
  @Test
  void theLegendIsOutsideOfTheField() throws IOException {
    BufferedImage image = new LearningCurve(epochs("choice", 2, 2, 2, 2)).image();
    int top = 2 * 52;
    int above = 0;
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < top; y++) {
        above += image.getRGB(x, y) == TRAINING ? 1 : 0;
      }
    }
    assertTrue(above > 50, "above=" + above);
  }

  @Test
  void oneEpochAndALossOfZeroCanBeDrawn(@TempDir Path folder) throws IOException {
    Path png = folder.resolve("learning.png");
    new LearningCurve(epochs("choice", 0)).write(png);
    BufferedImage read = ImageIO.read(png.toFile());
    assertArrayEquals(pixels(new LearningCurve(epochs("choice", 0)).image()), pixels(read));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  /** The column of the rightmost point below the legend of the upper of the two fields. */
  private static int endOfLoss(BufferedImage image) {
    int legend = image.getHeight() / 16;
    for (int x = image.getWidth() - 1; x >= 0; x--) {
      for (int y = legend; y < image.getHeight() / 2; y++) {
        if (image.getRGB(x, y) == TRAINING) {
          return x;
        }
      }
    }
    throw new AssertionError("no training curve");
  }

  /** The row of the leftmost point of the training curve in the upper of the two fields. */
  private static int startOfLoss(BufferedImage image) {
    for (int x = 0; x < image.getWidth(); x++) {
      for (int y = 0; y < image.getHeight() / 2; y++) {
        if (image.getRGB(x, y) == TRAINING) {
          return y;
        }
      }
    }
    throw new AssertionError("no training curve");
  }

  private static int[] pixels(BufferedImage image) {
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }

  private static List<Epoch> epochs(String phase, double... losses) {
    List<Epoch> epochs = new ArrayList<>();
    for (int i = 0; i < losses.length; i++) {
      epochs.add(
          new Epoch(
              phase,
              new EpochMetrics(
                  i + 1, losses[i], 0.5, losses[i] + 0.3, 0.4, 0.5, 0.001, 1, false, Map.of())));
    }
    return epochs;
  }
}
