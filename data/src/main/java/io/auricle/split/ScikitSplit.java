package io.auricle.split;

import io.auricle.dataset.Track;
import io.auricle.dataset.TrackId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The split of scikit-learn's {@code train_test_split(..., test_size=test, random_state=seed,
 * stratify=labels)}, row for row, so that a published figure can be measured on the rows that it
 * was measured on. It tears artists apart. Tested against scikit-learn 1.9.1.
 *
 * @param seed {@code random_state}
 * @param test share of the test part, in (0, 1); the rest is for training
 */
public record ScikitSplit(long seed, double test) {
  public ScikitSplit {
    if (!(test > 0 && test < 1)) {
      throw new IllegalArgumentException("test=%s must be in (0, 1)".formatted(test));
    }
  }

  /**
   * Divides tracks.
   *
   * @param tracks in the order of the rows, a label each
   * @throws IllegalArgumentException if a label has one track, or there are fewer tracks in a part
   *     than labels
   */
  public Split leaky(Collection<Track> tracks) {
    TreeMap<String, List<TrackId>> byLabel = new TreeMap<>();
    for (Track track : tracks) {
      byLabel.computeIfAbsent(track.label().name(), l -> new ArrayList<>()).add(track.id());
    }
    int tested = (int) Math.ceil(test * tracks.size());
    int trained = tracks.size() - tested;
    require(byLabel, trained, tested);
    NumpyRandom random = new NumpyRandom(seed);
    int[] counts = byLabel.values().stream().mapToInt(List::size).toArray();
    int[] trains = shared(counts, trained, random);
    int[] left = new int[counts.length];
    Arrays.setAll(left, label -> counts[label] - trains[label]);
    int[] tests = shared(left, tested, random);
    SortedSet<TrackId> train = new TreeSet<>();
    SortedSet<TrackId> held = new TreeSet<>();
    int label = 0;
    for (List<TrackId> ids : byLabel.values()) {
      int[] order = random.permutation(ids.size());
      for (int i = 0; i < trains[label] + tests[label]; i++) {
        (i < trains[label] ? train : held).add(ids.get(order[i]));
      }
      label++;
    }
    String origin =
        "as train_test_split of scikit-learn, stratified by label, seed %d, test %s"
            .formatted(seed, test);
    return new Split(
        StratifiedSplit.LEAKY,
        origin,
        true,
        Map.of(Part.TRAIN, train, Part.VALIDATION, new TreeSet<>(), Part.TEST, held));
  }

  private void require(Map<String, List<TrackId>> byLabel, int trained, int tested) {
    byLabel.forEach(
        (label, ids) -> {
          if (ids.size() < 2) {
            throw new IllegalArgumentException(
                "label %s has one track, but a split needs two of each".formatted(label));
          }
        });
    if (Math.min(trained, tested) < byLabel.size()) {
      throw new IllegalArgumentException(
          "test=%s leaves %d tracks to train and %d to test, but each part must have one of each of %d labels"
              .formatted(test, trained, tested, byLabel.size()));
    }
  }

  /** How many of each label are drawn: by their shares, what is left over by the remainders. */
  private static int[] shared(int[] counts, int draws, NumpyRandom random) {
    double sum = Arrays.stream(counts).sum();
    double[] remainders = new double[counts.length];
    int[] shares = new int[counts.length];
    for (int i = 0; i < counts.length; i++) {
      double exact = counts[i] / sum * draws;
      shares[i] = (int) Math.floor(exact);
      remainders[i] = exact - shares[i];
    }
    int missing = draws - Arrays.stream(shares).sum();
    double[] falling = Arrays.stream(remainders).distinct().map(r -> -r).sorted().toArray();
    for (int f = 0; f < falling.length && missing > 0; f++) {
      double remainder = -falling[f];
      List<Integer> equal = new ArrayList<>();
      for (int i = 0; i < counts.length; i++) {
        if (remainders[i] == remainder) {
          equal.add(i);
        }
      }
      int added = Math.min(equal.size(), missing);
      int[] order = random.permutation(equal.size());
      for (int i = 0; i < added; i++) {
        shares[equal.get(order[i])]++;
      }
      missing -= added;
    }
    return shares;
  }
}
