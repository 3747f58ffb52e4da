package io.auricle.web.map;

import java.util.Arrays;

/** Places of songs in a square of {@value #SIDE} by {@value #SIDE}. Immutable. */
public final class SongMap {
  /** Coordinates are in [0, {@value}]. */
  public static final int SIDE = 65_535;

  private final long[] ids;
  private final int[] marks;
  private final int[] x;
  private final int[] y;
  private final boolean[] anchors;

  /**
   * A map.
   *
   * @param ids numbers of songs, rising
   * @param marks of each song's point in space: another one where it was heard anew
   * @param x to the right
   * @param y upwards
   * @param anchors whether a song was laid out itself; others were placed by those
   */
  SongMap(long[] ids, int[] marks, int[] x, int[] y, boolean[] anchors) {
    this.ids = ids.clone();
    this.marks = marks.clone();
    this.x = x.clone();
    this.y = y.clone();
    this.anchors = anchors.clone();
  }

  /** A map without songs. */
  public static SongMap empty() {
    return new SongMap(new long[0], new int[0], new int[0], new int[0], new boolean[0]);
  }

  /** How many songs are on it. */
  public int size() {
    return ids.length;
  }

  /** The number of a song. */
  public long id(int place) {
    return ids[place];
  }

  /** How far to the right a song is. */
  public int x(int place) {
    return x[place];
  }

  /** How far up a song is. */
  public int y(int place) {
    return y[place];
  }

  int mark(int place) {
    return marks[place];
  }

  boolean isAnchor(int place) {
    return anchors[place];
  }

  /** The place of a song whose point did not change since; negative if there is none. */
  int find(long id, int mark) {
    int place = Arrays.binarySearch(ids, id);
    return place >= 0 && marks[place] == mark ? place : -1;
  }
}
