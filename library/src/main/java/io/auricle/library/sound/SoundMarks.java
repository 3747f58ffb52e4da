package io.auricle.library.sound;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Marks of a recording that survive another encoding: for each moment sixteen signs, each of
 * whether the difference of two neighbouring bands grows (after Haitsma and Kalker, "A highly
 * robust audio fingerprinting system", 2002, with wider steps). They lie in parts, as the song was
 * heard. Immutable.
 */
public final class SoundMarks {
  /** Seconds from one moment to the next. */
  static final double STEP = 0.064;

  /** Signs of a moment. */
  static final int SIGNS = 16;

  /** How much of a song must lie beside the other, in seconds. */
  private static final double LEAST_SECONDS = 8;

  /** None. */
  public static final SoundMarks NONE = new SoundMarks(new double[0], new short[0][]);

  /** Moments of a pair are so far apart that they have hardly any sound in common. */
  private static final int APART = 6;

  private final double[] starts;
  private final short[][] moments;

  private SoundMarks(double[] starts, short[][] moments) {
    this.starts = starts;
    this.moments = moments;
  }

  /** Gathers parts in the order of time. */
  static final class Builder {
    private final List<Double> starts = new ArrayList<>();
    private final List<short[]> moments = new ArrayList<>();

    void add(double startSeconds, short[] part) {
      starts.add(startSeconds);
      moments.add(part);
    }

    SoundMarks build() {
      return new SoundMarks(
          starts.stream().mapToDouble(Double::doubleValue).toArray(),
          moments.toArray(short[][]::new));
    }
  }

  /** How many moments there are. */
  public int size() {
    int size = 0;
    for (short[] part : moments) {
      size += part.length;
    }
    return size;
  }

  /**
   * Two moments in one number each, for finding songs that have some in common. Those without a
   * change, as silence has, are left out.
   */
  public IntStream pairs() {
    return Arrays.stream(moments)
        .flatMapToInt(
            part ->
                IntStream.range(0, Math.max(0, part.length - APART))
                    .filter(i -> part[i] != 0 && part[i + APART] != 0)
                    .map(i -> (part[i] << SIGNS) | (part[i + APART] & 0xFFFF)));
  }

  /** As a library keeps them: of each part its start in ms, its length, its moments. */
  public byte[] bytes() {
    ByteBuffer out =
        ByteBuffer.allocate(moments.length * 2 * Integer.BYTES + size() * Short.BYTES)
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int part = 0; part < moments.length; part++) {
      out.putInt((int) Math.round(1000 * starts[part])).putInt(moments[part].length);
      for (short moment : moments[part]) {
        out.putShort(moment);
      }
    }
    return out.array();
  }

  /** The marks that {@link #bytes} wrote; none of bytes that are damaged. */
  public static SoundMarks of(byte[] bytes) {
    Builder marks = new Builder();
    ByteBuffer in = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    try {
      while (in.hasRemaining()) {
        double start = in.getInt() / 1000.0;
        int length = in.getInt();
        if (length < 0 || length > in.remaining() / Short.BYTES) {
          return new Builder().build();
        }
        short[] part = new short[length];
        in.asShortBuffer().get(part);
        in.position(in.position() + length * Short.BYTES);
        marks.add(start, part);
      }
    } catch (BufferUnderflowException e) {
      return new Builder().build();
    }
    return marks.build();
  }

  /**
   * How well two recordings agree where they agree best.
   *
   * @param share of equal signs, in [0, 1]; two different recordings have 0.5 by chance
   * @param seconds by which the other one is late
   */
  public record Match(double share, double seconds) {}

  /** What nothing in common gives. */
  private static final Match NOTHING = new Match(0, 0);

  /**
   * Lays the other recording beside this one, shifted by up to some seconds.
   *
   * @param reachSeconds at least 0
   * @return a share of 0 where too little of both lies beside each other
   */
  public Match match(SoundMarks other, double reachSeconds) {
    Match best = NOTHING;
    int reach = (int) Math.ceil(2 * reachSeconds / STEP);
    for (int half = -reach; half <= reach; half++) {
      double late = half * STEP / 2;
      double share = share(other, late);
      if (share > best.share()) {
        best = new Match(share, late);
      }
    }
    return best;
  }

  private double share(SoundMarks other, double late) {
    long equal = 0;
    long all = 0;
    for (int mine = 0; mine < moments.length; mine++) {
      for (int theirs = 0; theirs < other.moments.length; theirs++) {
        short[] one = moments[mine];
        short[] two = other.moments[theirs];
        int shift = (int) Math.round((starts[mine] + late - other.starts[theirs]) / STEP);
        int from = Math.max(0, -shift);
        int to = Math.min(one.length, two.length - shift);
        for (int i = from; i < to; i++) {
          // Two silences are alike, but say nothing.
          if (one[i] != 0 || two[i + shift] != 0) {
            equal += SIGNS - Integer.bitCount((one[i] ^ two[i + shift]) & 0xFFFF);
            all++;
          }
        }
      }
    }
    return all < LEAST_SECONDS / STEP ? 0 : (double) equal / (SIGNS * all);
  }
}
