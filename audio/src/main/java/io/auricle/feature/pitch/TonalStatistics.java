package io.auricle.feature.pitch;

import io.auricle.feature.FeatureMatrix;
import java.util.ArrayList;
import java.util.List;

/**
 * Statistics of the pitch classes of a recording that say how it sounds and not in which key: a
 * recording that is played a semitone higher has the same. Major or minor, clear or blurred, calm
 * or restless harmony.
 *
 * <ol>
 *   <li>{@code key}: how well the mean chroma fits the best major and the best minor key ({@link
 *       PitchTemplates}), the first less the second, and its entropy in nats;
 *   <li>{@code interval}: the mean chroma's correlation with itself 1 to 6 semitones higher;
 *   <li>{@code major}, {@code minor}: the mean chroma from the root of the best key on;
 *   <li>for windows of 0.3, 1 and 4 s, the chroma of each being the mean of its frames: mean and
 *       standard deviation of the fit to the best major less that to the best minor triad ({@code
 *       mode}), the share of windows in which it is above 0, mean and standard deviation of the
 *       better of both ({@code clarity}), how often the best triad changes from window to window,
 *       the mean correlation of neighbours, the same mode and clarity of keys, and intervals.
 * </ol>
 *
 * <p>Chroma are standardised before they are compared; frames behind the last whole window are left
 * out there, and a recording shorter than a window is one. All values are finite, also of silence.
 */
public final class TonalStatistics {
  private static final double[] WINDOW_SECONDS = {0.3, 1, 4};
  private static final int INTERVALS = 6;
  private static final List<String> COLUMNS = names();

  private final List<Double> row = new ArrayList<>(COLUMNS.size());

  private TonalStatistics() {}

  /** The names of the statistics, in their order. */
  public static List<String> columns() {
    return COLUMNS;
  }

  private static List<String> names() {
    List<String> names =
        new ArrayList<>(List.of("key_major", "key_minor", "key_mode", "chroma_entropy"));
    addNumbered(names, "interval", 1, INTERVALS);
    addNumbered(names, "major_degree", 0, PitchTemplates.CLASSES - 1);
    addNumbered(names, "minor_degree", 0, PitchTemplates.CLASSES - 1);
    for (String window : List.of("short", "middle", "long")) {
      for (String name :
          List.of(
              "mode_mean",
              "mode_std",
              "major_share",
              "clarity_mean",
              "clarity_std",
              "triad_changes",
              "steadiness",
              "key_mode_mean",
              "key_clarity_mean")) {
        names.add(window + "_" + name);
      }
      addNumbered(names, window + "_interval", 1, INTERVALS);
    }
    return List.copyOf(names);
  }

  private static void addNumbered(List<String> names, String name, int first, int last) {
    for (int i = first; i <= last; i++) {
      names.add(name + i);
    }
  }

  /**
   * The statistics of a recording.
   *
   * @param chroma {@code [frames][12]}, at least one frame
   * @param framesPerSecond above 0
   * @return {@code [1][79]}
   */
  public static FeatureMatrix of(FeatureMatrix chroma, double framesPerSecond) {
    if (chroma.frameCount() < 1 || chroma.columnCount() != PitchTemplates.CLASSES) {
      throw new IllegalArgumentException(
          "chroma=[%d][%d] must be at least one frame of %d pitch classes"
              .formatted(chroma.frameCount(), chroma.columnCount(), PitchTemplates.CLASSES));
    }
    if (!(framesPerSecond > 0)) {
      throw new IllegalArgumentException("framesPerSecond=" + framesPerSecond + " must be above 0");
    }
    TonalStatistics statistics = new TonalStatistics();
    statistics.addWhole(mean(chroma, 0, chroma.frameCount()));
    for (double seconds : WINDOW_SECONDS) {
      int frames = (int) Math.max(1, Math.round(seconds * framesPerSecond));
      statistics.addWindows(windows(chroma, frames));
    }
    float[] values = new float[statistics.row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = statistics.row.get(i).floatValue();
    }
    return FeatureMatrix.of(1, values.length, values);
  }

  private void addWhole(double[] mean) {
    double[] profile = PitchTemplates.standardised(mean);
    PitchTemplates.Fit major = PitchTemplates.MAJOR_KEYS.best(profile);
    PitchTemplates.Fit minor = PitchTemplates.MINOR_KEYS.best(profile);
    row.add(major.correlation());
    row.add(minor.correlation());
    row.add(major.correlation() - minor.correlation());
    row.add(entropy(mean));
    for (int interval = 1; interval <= INTERVALS; interval++) {
      row.add(intervalOf(profile, interval));
    }
    for (PitchTemplates.Fit key : List.of(major, minor)) {
      for (int degree = 0; degree < PitchTemplates.CLASSES; degree++) {
        row.add(profile[(key.root() + degree) % PitchTemplates.CLASSES]);
      }
    }
  }

  private void addWindows(double[][] windows) {
    int count = windows.length;
    double[] mode = new double[count];
    double[] clarity = new double[count];
    int[] triad = new int[count];
    double majors = 0;
    double changes = 0;
    double steadiness = 0;
    double keyMode = 0;
    double keyClarity = 0;
    double[] intervals = new double[INTERVALS];
    for (int w = 0; w < count; w++) {
      PitchTemplates.Fit major = PitchTemplates.MAJOR_TRIADS.best(windows[w]);
      PitchTemplates.Fit minor = PitchTemplates.MINOR_TRIADS.best(windows[w]);
      mode[w] = major.correlation() - minor.correlation();
      clarity[w] = Math.max(major.correlation(), minor.correlation());
      triad[w] = mode[w] > 0 ? major.root() : PitchTemplates.CLASSES + minor.root();
      majors += mode[w] > 0 ? 1 : 0;
      double majorKey = PitchTemplates.MAJOR_KEYS.best(windows[w]).correlation();
      double minorKey = PitchTemplates.MINOR_KEYS.best(windows[w]).correlation();
      keyMode += majorKey - minorKey;
      keyClarity += Math.max(majorKey, minorKey);
      for (int i = 0; i < INTERVALS; i++) {
        intervals[i] += intervalOf(windows[w], i + 1) / count;
      }
      if (w > 0) {
        changes += triad[w] == triad[w - 1] ? 0 : 1;
        steadiness += product(windows[w], windows[w - 1], 0);
      }
    }
    addMeanAndDeviation(mode);
    row.add(majors / count);
    addMeanAndDeviation(clarity);
    row.add(count > 1 ? changes / (count - 1) : 0);
    row.add(count > 1 ? steadiness / (count - 1) : 1);
    row.add(keyMode / count);
    row.add(keyClarity / count);
    for (double interval : intervals) {
      row.add(interval);
    }
  }

  private void addMeanAndDeviation(double[] values) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    row.add(mean);
    row.add(Math.sqrt(squares / values.length));
  }

  /** The mean chroma of whole windows, standardised. */
  private static double[][] windows(FeatureMatrix chroma, int frames) {
    int length = Math.min(frames, chroma.frameCount());
    double[][] windows = new double[chroma.frameCount() / length][];
    for (int w = 0; w < windows.length; w++) {
      windows[w] = PitchTemplates.standardised(mean(chroma, w * length, length));
    }
    return windows;
  }

  private static double[] mean(FeatureMatrix chroma, int first, int count) {
    double[] mean = new double[PitchTemplates.CLASSES];
    for (int frame = first; frame < first + count; frame++) {
      for (int c = 0; c < mean.length; c++) {
        mean[c] += chroma.at(frame, c) / (double) count;
      }
    }
    return mean;
  }

  /** Of the shares of the classes; 0 of silence. */
  private static double entropy(double[] mean) {
    double sum = 0;
    for (double value : mean) {
      sum += value;
    }
    double entropy = 0;
    for (double value : mean) {
      entropy -= value > 0 ? value / sum * Math.log(value / sum) : 0;
    }
    return entropy;
  }

  private static double intervalOf(double[] profile, int semitones) {
    return product(profile, profile, semitones);
  }

  private static double product(double[] a, double[] b, int shift) {
    double product = 0;
    for (int c = 0; c < a.length; c++) {
      product += a[c] * b[(c + shift) % b.length];
    }
    return product;
  }
}
