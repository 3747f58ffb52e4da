package io.auricle.plot;

import io.auricle.plot.Canvas.Anchor;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Plots beside each other in one picture, from the left and then from above, with measures in
 * common.
 *
 * @param plots at least one
 * @param names a line above each; none if they need none
 * @param columns plots in a row, above 0
 */
public record Panels(List<Plot> plots, List<String> names, int columns) implements Plot {
  private static final int NAME_ROOM = 34;
  private static final int NAME = 20;
  private static final int INDENT = 24;

  public Panels {
    List<Plot> all = List.copyOf(plots);
    plots = all.stream().map(plot -> plot.among(all)).toList();
    names = List.copyOf(names);
    if (plots.isEmpty() || columns < 1) {
      throw new IllegalArgumentException(
          "plots=%d and columns=%d must be at least 1".formatted(plots.size(), columns));
    }
    if (!names.isEmpty() && names.size() != plots.size()) {
      throw new IllegalArgumentException(
          "names=%s must be %d, one a plot".formatted(names, plots.size()));
    }
  }

  /** Without names. */
  public static Panels of(List<Plot> plots, int columns) {
    return new Panels(plots, List.of(), columns);
  }

  private int rows() {
    return (plots.size() + columns - 1) / columns;
  }

  private int room() {
    return names.isEmpty() ? 0 : NAME_ROOM;
  }

  private int widthOf(int column) {
    return IntStream.range(0, plots.size())
        .filter(i -> i % columns == column)
        .map(i -> plots.get(i).width())
        .max()
        .orElse(0);
  }

  private int heightOf(int row) {
    return IntStream.range(0, plots.size())
        .filter(i -> i / columns == row)
        .map(i -> plots.get(i).height() + room())
        .max()
        .orElse(0);
  }

  @Override
  public int width() {
    return IntStream.range(0, columns).map(this::widthOf).sum();
  }

  @Override
  public int height() {
    return IntStream.range(0, rows()).map(this::heightOf).sum();
  }

  @Override
  public void draw(Canvas canvas) throws IOException {
    for (int i = 0; i < plots.size(); i++) {
      int right = IntStream.range(0, i % columns).map(this::widthOf).sum();
      int down = IntStream.range(0, i / columns).map(this::heightOf).sum();
      if (!names.isEmpty()) {
        canvas.text(names.get(i), right + INDENT, down + NAME + 6.0, NAME, Anchor.START);
      }
      plots.get(i).draw(new ShiftedCanvas(canvas, right, down + room()));
    }
  }
}
