package io.auricle.web.map;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** The songs of a source, their numbers rising, each with a mark of its point. Immutable. */
final class SongMarks {
  private final long[] ids;
  private final int[] marks;

  private SongMarks(long[] ids, int[] marks) {
    this.ids = ids;
    this.marks = marks;
  }

  static SongMarks of(MapLayout.Source points) throws IOException {
    Growing all = new Growing();
    points.each((id, point) -> all.add(id, Arrays.hashCode(point)));
    Integer[] order = IntStream.range(0, all.count).boxed().toArray(Integer[]::new);
    Arrays.sort(order, Comparator.comparingLong(i -> all.ids[i]));
    long[] ids = new long[all.count];
    int[] marks = new int[all.count];
    for (int i = 0; i < order.length; i++) {
      ids[i] = all.ids[order[i]];
      marks[i] = all.marks[order[i]];
    }
    return new SongMarks(ids, marks);
  }

  private static final class Growing {
    private long[] ids = new long[1024];
    private int[] marks = new int[1024];
    private int count;

    void add(long id, int mark) {
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
        marks = Arrays.copyOf(marks, 2 * count);
      }
      ids[count] = id;
      marks[count++] = mark;
    }
  }

  int size() {
    return ids.length;
  }

  long id(int place) {
    return ids[place];
  }

  int mark(int place) {
    return marks[place];
  }

  /** The place of a song, negative if it is not among these. */
  int place(long id) {
    return Arrays.binarySearch(ids, id);
  }

  /** So many of the songs, drawn by their numbers: the same each time. */
  boolean[] drawn(int count) {
    boolean[] drawn = new boolean[ids.length];
    IntStream.range(0, ids.length)
        .boxed()
        .sorted(Comparator.comparingLong((Integer i) -> mixed(ids[i])))
        .limit(count)
        .forEach(i -> drawn[i] = true);
    return drawn;
  }

  /** The finaliser of SplitMix64 (Steele and others 2014): numbers in a row become like random. */
  private static long mixed(long id) {
    long mixed = (id ^ (id >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  SongMap map(int[] x, int[] y, boolean[] anchors) {
    return new SongMap(ids, marks, x, y, anchors);
  }
}
