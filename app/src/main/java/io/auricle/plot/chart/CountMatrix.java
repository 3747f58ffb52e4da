package io.auricle.plot.chart;

import io.auricle.plot.Canvas;
import io.auricle.plot.Canvas.Anchor;
import io.auricle.plot.Plot;
import java.awt.Color;
import java.awt.geom.Rectangle2D;
import java.util.List;

/**
 * A square table of counts, each cell shaded by its share of the row, the diagonal in a colour of
 * its own.
 *
 * @param title line above
 * @param names of the rows, from above, and of the columns, from the left
 * @param counts {@code [rows][columns]}
 */
public record CountMatrix(String title, List<String> names, List<List<Long>> counts)
    implements Plot {
  private static final int CELL = 40;
  private static final int TOP = 46;
  private static final int TEXT = 13;
  private static final int MARGIN = 24;
  private static final double LETTER = 0.6;
  private static final Color HIT = new Color(0x2563eb);
  private static final Color MISS = new Color(0xd9531e);

  public CountMatrix {
    names = List.copyOf(names);
    counts = counts.stream().map(List::copyOf).toList();
    int size = names.size();
    if (counts.size() != size || counts.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException("counts must be %d rows of %d".formatted(size, size));
    }
  }

  private int room() {
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    return MARGIN + (int) (longest * TEXT * LETTER);
  }

  @Override
  public int width() {
    int field = room() + CELL * names.size() + MARGIN;
    return Math.max(field, (int) (title.length() * (TEXT + 3) * LETTER) + 2 * MARGIN);
  }

  @Override
  public int height() {
    return TOP + CELL * names.size() + room();
  }

  @Override
  public void draw(Canvas canvas) {
    canvas.text(title, MARGIN, TOP - 18.0, TEXT + 3, Anchor.START);
    int left = room();
    for (int r = 0; r < names.size(); r++) {
      double middle = TOP + (r + 0.5) * CELL;
      canvas.text(names.get(r), left - 8.0, middle + 4, TEXT, Anchor.END);
      long total = counts.get(r).stream().mapToLong(count -> count).sum();
      for (int c = 0; c < names.size(); c++) {
        long count = counts.get(r).get(c);
        if (count > 0) {
          Rectangle2D cell = new Rectangle2D.Double(left + c * CELL, TOP + r * CELL, CELL, CELL);
          canvas.shape(cell, shade(r == c ? HIT : MISS, 0.1 + 0.6 * count / total));
          canvas.text(
              String.valueOf(count), left + (c + 0.5) * CELL, middle + 4, TEXT, Anchor.MIDDLE);
        }
      }
    }
    int below = TOP + CELL * names.size();
    int right = left + CELL * names.size();
    canvas.line(left, TOP, right, TOP);
    canvas.line(left, below, right, below);
    canvas.line(left, TOP, left, below);
    canvas.line(right, TOP, right, below);
    for (int c = 0; c < names.size(); c++) {
      double half = names.get(c).length() * TEXT * LETTER / 2;
      canvas.textUpwards(names.get(c), left + (c + 0.5) * CELL, below + 10 + half, TEXT);
    }
  }

  /** A colour on white paper. */
  private static Color shade(Color colour, double share) {
    return new Color(
        (int) (255 + share * (colour.getRed() - 255)),
        (int) (255 + share * (colour.getGreen() - 255)),
        (int) (255 + share * (colour.getBlue() - 255)));
  }
}
