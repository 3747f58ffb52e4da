package io.auricle.library.similar;

import io.auricle.library.store.LibraryException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/**
 * The points of all songs of a space in memory, four bytes a number: 100,000 of 512 dimensions are
 * 205 MB. Every song is looked at, so neighbours are exact. Immutable and thread-safe.
 */
final class SongBlock {
  /**
   * Songs of one array, in which the first numbers of all lie beside each other, then the second
   * ones: so the compiler takes several songs at once, which it may not do within one sum.
   */
  private static final int SONGS = 256;

  /** So many more than asked for are compared in double precision, since floats round. */
  private static final int SPARE = 64;

  private final int dimensions;
  private final int count;
  private final long[] ids;
  private final List<float[]> parts;

  private SongBlock(int dimensions, int count, long[] ids, List<float[]> parts) {
    this.dimensions = dimensions;
    this.count = count;
    this.ids = ids;
    this.parts = parts;
  }

  /** Reads all points; those that have another number of dimensions than the first are left out. */
  static SongBlock of(SongSpace space) throws LibraryException {
    Builder builder = new Builder();
    space.each(builder::add);
    return builder.build();
  }

  /** Gathers points in the order of their songs' numbers. */
  private static final class Builder {
    private final List<float[]> parts = new ArrayList<>();
    private long[] ids = new long[SONGS];
    private int count;
    private int dimensions;

    void add(long id, float[] point) {
      if (count == 0) {
        dimensions = point.length;
      }
      if (point.length != dimensions) {
        return;
      }
      if (count % SONGS == 0) {
        parts.add(new float[SONGS * dimensions]);
      }
      if (count == ids.length) {
        ids = Arrays.copyOf(ids, 2 * count);
      }
      ids[count] = id;
      float[] part = parts.get(count / SONGS);
      for (int k = 0; k < dimensions; k++) {
        part[k * SONGS + count % SONGS] = point[k];
      }
      count++;
    }

    SongBlock build() {
      return new SongBlock(dimensions, count, ids, parts);
    }
  }

  /** The point of a song, if it has one. */
  Optional<float[]> point(long id) {
    for (int i = 0; i < count; i++) {
      if (ids[i] == id) {
        return Optional.of(point(i));
      }
    }
    return Optional.empty();
  }

  private float[] point(int index) {
    float[] part = parts.get(index / SONGS);
    float[] point = new float[dimensions];
    for (int k = 0; k < dimensions; k++) {
      point[k] = part[k * SONGS + index % SONGS];
    }
    return point;
  }

  /**
   * The nearest songs, as {@link SimilarSongs#nearest} gives them.
   *
   * @param id of the song that they are near to; not among them
   */
  List<NearSong> nearest(long id, int most) {
    Optional<float[]> own = point(id);
    if (own.isEmpty()) {
      return List.of();
    }
    float[] point = own.get();
    float[] cosines = new float[count];
    IntStream.range(0, parts.size()).parallel().forEach(part -> compare(point, part, cosines));
    List<NearSong> nearest = new ArrayList<>();
    for (int i : highest(cosines, (int) Math.min(count, most + 1L + SPARE))) {
      if (ids[i] != id) {
        nearest.add(new NearSong(ids[i], SongSpace.cosine(point, point(i))));
      }
    }
    nearest.sort(SimilarSongs.NEAREST);
    return List.copyOf(nearest.subList(0, Math.min(most, nearest.size())));
  }

  private void compare(float[] point, int part, float[] cosines) {
    float[] points = parts.get(part);
    float[] sums = new float[SONGS];
    for (int k = 0; k < dimensions; k++) {
      add(sums, point[k], points, k * SONGS);
    }
    int first = part * SONGS;
    System.arraycopy(sums, 0, cosines, first, Math.min(SONGS, count - first));
  }

  private static void add(float[] sums, float factor, float[] points, int from) {
    for (int i = 0; i < SONGS; i++) {
      sums[i] += factor * points[from + i];
    }
  }

  /** The places of the highest values, in no order; of equal ones the first. */
  private static int[] highest(float[] values, int most) {
    // A heap of the value, and of equal values the later place first, as one number each.
    PriorityQueue<Long> best = new PriorityQueue<>();
    long least = Long.MIN_VALUE;
    for (int i = 0; i < values.length; i++) {
      long key = (long) ordered(values[i]) << Integer.SIZE | (0x7FFF_FFFF - i);
      if (best.size() < most) {
        best.add(key);
        least = best.element();
      } else if (key > least) {
        best.remove();
        best.add(key);
        least = best.element();
      }
    }
    return best.stream().mapToInt(key -> 0x7FFF_FFFF - key.intValue()).toArray();
  }

  /** A whole number that is in the order of the floats. */
  private static int ordered(float value) {
    int bits = Float.floatToIntBits(value);
    return bits >= 0 ? bits : bits ^ 0x7FFF_FFFF;
  }
}
