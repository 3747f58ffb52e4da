package io.auricle.plot.chart;

import io.auricle.plot.Canvas;
import io.auricle.plot.Canvas.Anchor;
import io.auricle.plot.ColourMap;
import io.auricle.plot.Plot;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * A table of numbers as coloured cells, the names of rows at the left and of columns below.
 *
 * @param title line above
 * @param rows names, from above
 * @param columns names, from the left
 * @param values {@code [rows][columns]}; NaN stays white
 * @param low value of the darkest colour
 * @param high value of the lightest colour
 * @param cellWidth pixels
 * @param cellHeight pixels
 */
public record Grid(
    String title,
    List<String> rows,
    List<String> columns,
    List<List<Double>> values,
    double low,
    double high,
    int cellWidth,
    int cellHeight)
    implements Plot {
  private static final int TOP = 52;
  private static final int RIGHT = 40;
  private static final int TITLE = 19;
  private static final double LETTER = 0.58;
  private static final int WHITE = 0xffffff;

  public Grid {
    rows = List.copyOf(rows);
    columns = List.copyOf(columns);
    values = List.copyOf(values);
    int width = columns.size();
    if (rows.isEmpty()
        || columns.isEmpty()
        || values.size() != rows.size()
        || values.stream().anyMatch(row -> row.size() != width)) {
      throw new IllegalArgumentException(
          "values must be %d rows of %d, both at least 1".formatted(rows.size(), width));
    }
    if (!(low < high)) {
      throw new IllegalArgumentException("low=%s must be below high=%s".formatted(low, high));
    }
  }

  @Override
  public int width() {
    int field = left() + cellWidth * columns.size() + RIGHT;
    return Math.max(field, (int) (title.length() * TITLE * LETTER) + 20);
  }

  @Override
  public int height() {
    return TOP + cellHeight * rows.size() + bottom();
  }

  private int rowText() {
    return Math.min(13, cellHeight);
  }

  private int columnText() {
    return Math.min(13, cellWidth);
  }

  private int left() {
    return 20 + room(rows, rowText());
  }

  private int bottom() {
    return 20 + room(columns, columnText());
  }

  private static int room(List<String> names, int size) {
    return (int) (names.stream().mapToInt(String::length).max().orElse(0) * size * LETTER);
  }

  @Override
  public void draw(Canvas canvas) throws IOException {
    int left = left();
    canvas.text(title, 12, TOP - 20.0, TITLE, Anchor.START);
    ColourMap colours = low < 0 ? ColourMap.DIVERGING : ColourMap.SEQUENTIAL;
    // An image of enlarged cells: viewers blur the edges of small images that are drawn large.
    BufferedImage cells =
        new BufferedImage(
            cellWidth * columns.size(), cellHeight * rows.size(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < cells.getHeight(); y++) {
      for (int x = 0; x < cells.getWidth(); x++) {
        double value = values.get(y / cellHeight).get(x / cellWidth);
        cells.setRGB(x, y, Double.isNaN(value) ? WHITE : colours.rgb((value - low) / (high - low)));
      }
    }
    canvas.image(cells, left, TOP, cells.getWidth(), cells.getHeight());
    for (int r = 0; r < rows.size(); r++) {
      double y = TOP + (r + 0.5) * cellHeight + rowText() / 3.0;
      canvas.text(rows.get(r), left - 6.0, y, rowText(), Anchor.END);
    }
    int below = TOP + cells.getHeight();
    for (int c = 0; c < columns.size(); c++) {
      double middle = columns.get(c).length() * columnText() * LETTER / 2;
      canvas.textUpwards(
          columns.get(c), left + (c + 0.5) * cellWidth, below + 10 + middle, columnText());
    }
    String scale = String.format(Locale.ROOT, "dark %.3g, light %.3g", low, high);
    canvas.text(scale, 12, TOP - 4.0, 11, Anchor.START);
  }
}
