package io.auricle.dataset.table;

import io.auricle.dataset.DatasetException;
import io.auricle.dataset.TrackId;
import io.auricle.feature.FeatureMatrix;
import io.auricle.label.Label;
import io.auricle.label.Taxonomy;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * The figures of mel spectrograms that lie in the common download of GTZAN, {@code
 * GENRE/GENRE00000.png}: {@value #WIDTH} x {@value #HEIGHT} pixels as Matplotlib draws them, a plot
 * with white margins. Of each the plot is read, {@value #COLUMNS} x {@value #ROWS} pixels, as grey
 * levels: 0 is black, 1 white, by the luma of ITU-R BT.601. The figure of the known bad clip is
 * left out.
 */
public final class FigurePictures {
  /** Height of the plot. */
  public static final int ROWS = 218;

  /** Width of the plot. */
  public static final int COLUMNS = 336;

  private static final int WIDTH = 432;
  private static final int HEIGHT = 288;

  /** Matplotlib leaves an eighth of the width and 12 % of the height before the plot. */
  private static final int LEFT = 54;

  private static final int TOP = 35;
  private static final TrackId OTHER_RECORDING = new TrackId("jazz.00054");

  private final List<Figure> figures;

  private FigurePictures(List<Figure> figures) {
    this.figures = figures;
  }

  /**
   * A figure.
   *
   * @param file where it is
   * @param track whose spectrogram it shows
   * @param label its genre
   */
  public record Figure(Path file, TrackId track, Label label) {}

  /**
   * Lists the figures in the folders of the genres.
   *
   * @throws DatasetException if there is none, or a folder cannot be read
   */
  public static FigurePictures open(Path folder) throws DatasetException {
    List<Figure> figures = new ArrayList<>();
    for (Label genre : Taxonomy.GTZAN.labels()) {
      Pattern name = Pattern.compile(genre.name() + "[._]?(\\d{5})\\.png");
      Path own = folder.resolve(genre.name());
      if (!Files.isDirectory(own)) {
        continue;
      }
      try (Stream<Path> files = Files.list(own)) {
        for (Path file : files.sorted().toList()) {
          Matcher matcher = name.matcher(String.valueOf(file.getFileName()));
          if (matcher.matches()) {
            figures.add(
                new Figure(file, new TrackId(genre.name() + "." + matcher.group(1)), genre));
          }
        }
      } catch (IOException e) {
        throw DatasetException.unreadable(own, e);
      }
    }
    figures.removeIf(figure -> figure.track().equals(OTHER_RECORDING));
    if (figures.isEmpty()) {
      throw new DatasetException(folder, "no figure here; expected GENRE/GENRE00000.png");
    }
    figures.sort(Comparator.comparing(Figure::track));
    return new FigurePictures(List.copyOf(figures));
  }

  /** The figures in the order of their tracks. */
  public List<Figure> figures() {
    return figures;
  }

  /**
   * The plot of a figure, {@code [336 columns][218 rows]} from the left and from above, in [0, 1].
   *
   * @throws DatasetException if the file is no picture of that size
   */
  public static FeatureMatrix grey(Figure figure) throws DatasetException {
    BufferedImage image;
    try {
      // In memory: no copies on disk.
      ImageIO.setUseCache(false);
      image = ImageIO.read(figure.file().toFile());
    } catch (IOException e) {
      throw DatasetException.unreadable(figure.file(), e);
    }
    if (image == null) {
      throw new DatasetException(figure.file(), "is no picture, or it is damaged");
    }
    if (image.getWidth() != WIDTH || image.getHeight() != HEIGHT) {
      throw new DatasetException(
          figure.file(),
          "width=%d height=%d must be %d x %d, as in the common download"
              .formatted(image.getWidth(), image.getHeight(), WIDTH, HEIGHT));
    }
    float[] levels = new float[COLUMNS * ROWS];
    int[] pixels = image.getRGB(LEFT, TOP, COLUMNS, ROWS, null, 0, COLUMNS);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < COLUMNS; column++) {
        levels[column * ROWS + row] = (float) luma(pixels[row * COLUMNS + column]);
      }
    }
    return FeatureMatrix.of(COLUMNS, ROWS, levels);
  }

  private static double luma(int pixel) {
    int red = (pixel >> 16) & 255;
    int green = (pixel >> 8) & 255;
    int blue = pixel & 255;
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255;
  }
}
