package io.auricle.tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Evens out how often tags occur by using tracks of rare tags several times, or leaving out tracks
 * of frequent ones. After ML-ROS and ML-RUS (Charte et al. 2015, doi:10.1016/j.neucom.2014.08.091):
 * one track after the other is drawn at random from those of the tag that needs it most, and counts
 * for all its tags at once. How far it goes is Chin's size. Two things keep several tags a track
 * from undoing the work:
 *
 * <ul>
 *   <li>oversampling draws among the tracks of the rarest tag those that bear the fewest tags which
 *       are frequent enough already, and of these the least used;
 *   <li>undersampling leaves out no track of a tag that would then fall below its own number.
 * </ul>
 *
 * @param kind more of the rare, or less of the frequent
 * @param size how far, in (0, 1]. Over: each tag shall have at least this share of the tracks of
 *     the most frequent one. Under: each tag loses this share of what it has more than the rarest
 */
public record TagSampling(Kind kind, double size) {
  /** Which tracks are changed. */
  public enum Kind {
    /** Tracks of rare tags are used several times. */
    OVER,
    /** Tracks of frequent tags are left out. */
    UNDER
  }

  public TagSampling {
    if (kind == null) {
      throw new IllegalArgumentException("kind is missing in sampling");
    }
    if (!(size > 0 && size <= 1)) {
      throw new IllegalArgumentException("size=" + size + " must be in (0, 1]");
    }
  }

  /**
   * How often each track is used.
   *
   * @param tracks the tags of each, as indices below {@code tagCount}
   * @param seed of all draws
   * @return a number for each track, 0 for those left out
   */
  public List<Integer> times(List<? extends Set<Integer>> tracks, int tagCount, long seed) {
    Draw draw = new Draw(tracks, tagCount, new SplittableRandom(seed));
    if (kind == Kind.OVER) {
      draw.over(size);
    } else {
      draw.under(size);
    }
    return Arrays.stream(draw.times).boxed().toList();
  }

  /** The state of one sampling. */
  private static final class Draw {
    private final List<? extends Set<Integer>> tracks;
    private final SplittableRandom random;
    private final int[] times;
    private final int[] counts;
    private final List<List<Integer>> bags = new ArrayList<>();

    Draw(List<? extends Set<Integer>> tracks, int tagCount, SplittableRandom random) {
      this.tracks = tracks;
      this.random = random;
      this.times = new int[tracks.size()];
      this.counts = new int[tagCount];
      for (int tag = 0; tag < tagCount; tag++) {
        bags.add(new ArrayList<>());
      }
      for (int track = 0; track < times.length; track++) {
        for (int tag : tracks.get(track)) {
          bags.get(tag).add(track);
        }
        use(track, 1);
      }
    }

    private void use(int track, int more) {
      times[track] += more;
      tracks.get(track).forEach(tag -> counts[tag] += more);
    }

    void over(double size) {
      int wanted = (int) Math.round(size * Arrays.stream(counts).max().orElse(0));
      for (int tag = rarest(wanted); tag >= 0; tag = rarest(wanted)) {
        List<Integer> best = new ArrayList<>();
        long lowest = Long.MAX_VALUE;
        for (int track : bags.get(tag)) {
          long enough = tracks.get(track).stream().filter(t -> counts[t] >= wanted).count();
          long cost = enough * Integer.MAX_VALUE + times[track];
          if (cost < lowest) {
            best.clear();
            lowest = cost;
          }
          if (cost == lowest) {
            best.add(track);
          }
        }
        use(best.get(random.nextInt(best.size())), 1);
      }
    }

    /** The tag with the fewest uses below a number, or -1. */
    private int rarest(int wanted) {
      int rarest = -1;
      for (int tag = 0; tag < counts.length; tag++) {
        boolean below = counts[tag] < wanted && !bags.get(tag).isEmpty();
        if (below && (rarest < 0 || counts[tag] < counts[rarest])) {
          rarest = tag;
        }
      }
      return rarest;
    }

    void under(double size) {
      int fewest = Arrays.stream(counts).filter(count -> count > 0).min().orElse(0);
      int[] wanted = new int[counts.length];
      for (int tag = 0; tag < wanted.length; tag++) {
        wanted[tag] = counts[tag] - (int) Math.floor(size * Math.max(0, counts[tag] - fewest));
      }
      boolean[] done = new boolean[counts.length];
      for (int tag = heaviest(wanted, done); tag >= 0; tag = heaviest(wanted, done)) {
        List<Integer> spare =
            bags.get(tag).stream()
                .filter(track -> times[track] > 0)
                .filter(track -> tracks.get(track).stream().allMatch(t -> counts[t] > wanted[t]))
                .toList();
        if (spare.isEmpty()) {
          done[tag] = true;
        } else {
          use(spare.get(random.nextInt(spare.size())), -1);
        }
      }
    }

    /** The tag with the most above its number, or -1. */
    private int heaviest(int[] wanted, boolean[] done) {
      int heaviest = -1;
      int most = 0;
      for (int tag = 0; tag < counts.length; tag++) {
        if (!done[tag] && counts[tag] - wanted[tag] > most) {
          heaviest = tag;
          most = counts[tag] - wanted[tag];
        }
      }
      return heaviest;
    }
  }
}
