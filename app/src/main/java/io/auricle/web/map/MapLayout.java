package io.auricle.web.map;

import io.auricle.explore.PlaneLayout;
import io.auricle.explore.Points;
import io.auricle.explore.TsneOptions;
import io.auricle.library.similar.SongPoints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Lays out all songs of a library. Some thousand of them, the anchors, are laid out by t-SNE on
 * their first principal components; every other song goes to where the anchors that sound most like
 * it lie, as Poličar and others place new points (openTSNE, 2019, doi 10.1101/731877). So the time
 * grows with the number of songs and not with its square. A song that was placed before stays where
 * it is.
 */
public final class MapLayout {
  /** So many songs are laid out by t-SNE. */
  static final int ANCHORS = 3_000;

  private static final float[] NONE = {};
  private static final int LEAST = 4;
  private static final double PERPLEXITY = 30;
  private static final int ITERATIONS = 750;

  /** New anchors are drawn when fewer than this share of those that should be are there. */
  private static final double ENOUGH = 0.8;

  /** Room around the songs. */
  private static final int MARGIN = SongMap.SIDE / 40;

  /** The share of the work that t-SNE has. */
  private static final double LAYOUT_SHARE = 0.7;

  private MapLayout() {}

  /** Gives all points, each time it is asked. */
  @FunctionalInterface
  public interface Source {
    void each(SongPoints.Taker taker) throws IOException;
  }

  /**
   * Makes a map.
   *
   * @param points of all songs
   * @param before the last map; songs that are on it keep their places if enough anchors are there
   * @param threads of t-SNE
   * @param progress gets the share that is done, in [0, 1]
   */
  public static SongMap of(Source points, SongMap before, int threads, DoubleConsumer progress)
      throws IOException {
    return of(points, before, ANCHORS, threads, progress);
  }

  /** The same with another number of anchors. */
  static SongMap of(Source points, SongMap before, int most, int threads, DoubleConsumer progress)
      throws IOException {
    SongMarks songs = SongMarks.of(points);
    int n = songs.size();
    int wanted = Math.min(most, n);
    int[] known = new int[n];
    boolean[] anchors = new boolean[n];
    int kept = 0;
    for (int i = 0; i < n; i++) {
      known[i] = before.find(songs.id(i), songs.mark(i));
      anchors[i] = known[i] >= 0 && before.isAnchor(known[i]);
      kept += anchors[i] ? 1 : 0;
    }
    boolean anew = kept < Math.max(LEAST, ENOUGH * wanted);
    if (anew) {
      Arrays.fill(known, -1);
      anchors = songs.drawn(wanted);
      kept = wanted;
    }
    if (n < LEAST) {
      return ring(songs);
    }
    AnchorSpace space;
    try {
      space = new AnchorSpace(vectors(points, songs, anchors, kept));
    } catch (IllegalArgumentException e) {
      return ring(songs); // all sound the same
    }
    int[] x = new int[n];
    int[] y = new int[n];
    if (anew) {
      lay(space, anchors, x, y, threads, share -> progress.accept(LAYOUT_SHARE * share));
    }
    for (int i = 0; i < n; i++) {
      if (known[i] >= 0) {
        x[i] = before.x(known[i]);
        y[i] = before.y(known[i]);
      }
    }
    place(points, songs, space, anchors, known, x, y);
    progress.accept(1);
    return songs.map(x, y, anchors);
  }

  /** The points of the anchors, in the order of their songs' numbers. */
  private static List<float[]> vectors(Source points, SongMarks songs, boolean[] anchors, int count)
      throws IOException {
    int[] rows = new int[anchors.length];
    int next = 0;
    for (int i = 0; i < anchors.length; i++) {
      rows[i] = anchors[i] ? next++ : -1;
    }
    List<float[]> vectors = new ArrayList<>(Collections.nCopies(count, NONE));
    points.each(
        (id, point) -> {
          int place = songs.place(id);
          if (place >= 0 && rows[place] >= 0) {
            vectors.set(rows[place], point);
          }
        });
    if (vectors.contains(NONE)) {
      throw new IOException("the library was changed while its map was made");
    }
    return vectors;
  }

  /** t-SNE of the anchors, fitted into the square. */
  private static void lay(
      AnchorSpace space,
      boolean[] anchors,
      int[] x,
      int[] y,
      int threads,
      DoubleConsumer progress) {
    Points scores = space.scores();
    double perplexity = Math.max(1, Math.min(PERPLEXITY, (scores.rows() - 1) / 3.0));
    Points plane =
        PlaneLayout.of(
            scores,
            new TsneOptions(perplexity, ITERATIONS, 0.5),
            threads,
            done -> progress.accept((double) done / ITERATIONS));
    double turn = turn(plane);
    double[] across = new double[plane.rows()];
    double[] up = new double[plane.rows()];
    for (int row = 0; row < plane.rows(); row++) {
      across[row] = Math.cos(turn) * plane.at(row, 0) + Math.sin(turn) * plane.at(row, 1);
      up[row] = Math.cos(turn) * plane.at(row, 1) - Math.sin(turn) * plane.at(row, 0);
    }
    DoubleSummaryStatistics width = DoubleStream.of(across).summaryStatistics();
    DoubleSummaryStatistics height = DoubleStream.of(up).summaryStatistics();
    double most = Math.max(width.getMax() - width.getMin(), height.getMax() - height.getMin());
    double scale = (SongMap.SIDE - 2.0 * MARGIN) / Math.max(1e-9, most);
    int row = 0;
    for (int i = 0; i < anchors.length; i++) {
      if (anchors[i]) {
        x[i] = middle(across[row], width, scale);
        y[i] = middle(up[row], height, scale);
        row++;
      }
    }
  }

  /** The angle of the axis along which a plane is longest: screens are wider than high. */
  private static double turn(Points plane) {
    int n = plane.rows();
    double[] sums = new double[5];
    for (int row = 0; row < n; row++) {
      double a = plane.at(row, 0);
      double b = plane.at(row, 1);
      sums[0] += a;
      sums[1] += b;
      sums[2] += a * a;
      sums[3] += b * b;
      sums[4] += a * b;
    }
    double along = sums[2] - sums[0] * sums[0] / n;
    double aside = sums[3] - sums[1] * sums[1] / n;
    double both = sums[4] - sums[0] * sums[1] / n;
    return Math.atan2(2 * both, along - aside) / 2;
  }

  private static int middle(double value, DoubleSummaryStatistics all, double scale) {
    double centre = (all.getMin() + all.getMax()) / 2;
    return (int) Math.round(SongMap.SIDE / 2.0 + scale * (value - centre));
  }

  /** Every song that has no place yet goes to the anchors that are nearest to it. */
  private static void place(
      Source points,
      SongMarks songs,
      AnchorSpace space,
      boolean[] anchors,
      int[] known,
      int[] x,
      int[] y)
      throws IOException {
    int[] rows = new int[songs.size()];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      rows[i] = !anchors[i] && known[i] < 0 ? count++ : -1;
    }
    if (count == 0) {
      return;
    }
    float[] projected = new float[count * space.components()];
    int[] placeOf = new int[count];
    points.each(
        (id, point) -> {
          int place = songs.place(id);
          if (place >= 0 && rows[place] >= 0) {
            placeOf[rows[place]] = place;
            space.project(point, projected, rows[place] * space.components());
          }
        });
    AnchorPlaces near = new AnchorPlaces(space, anchors, x, y);
    IntStream.range(0, count)
        .parallel()
        .forEach(
            row -> {
              int place = placeOf[row];
              long at = near.of(projected, row * space.components(), songs.mark(place));
              x[place] = (int) (at >>> Integer.SIZE);
              y[place] = (int) at;
            });
  }

  /** Too few to say more of them. */
  private static SongMap ring(SongMarks songs) {
    int n = songs.size();
    int[] x = new int[n];
    int[] y = new int[n];
    boolean[] anchors = new boolean[n];
    for (int i = 0; i < n; i++) {
      double turn = 2 * Math.PI * i / n;
      x[i] = (int) Math.round(SongMap.SIDE * (0.5 + 0.3 * Math.cos(turn)));
      y[i] = (int) Math.round(SongMap.SIDE * (0.5 + 0.3 * Math.sin(turn)));
    }
    return songs.map(x, y, anchors);
  }
}
