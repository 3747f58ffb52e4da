package io.auricle.eval;

import io.auricle.eval.ConfusionMatrix.ClassFigures;
import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All metrics of the same items under changing weights of their groups, as the bootstrap asks for
 * them. What does not depend on the weights (decisions, rankings, losses) is computed once.
 * Thread-safe.
 */
final class WeightedMetrics {
  /** The distance from 0 that scikit-learn keeps for 64-bit probabilities. */
  private static final double EPSILON = Math.ulp(1.0);

  private final Estimates estimates;
  private final int[] groups;
  private final int groupCount;
  private final int[] decisions;
  private final boolean[] inTopK;
  private final double[] logLosses;
  private final double[] brierScores;
  private final Calibration calibration;
  private final List<RocCurve> rocCurves;

  WeightedMetrics(Estimates estimates, EvaluationOptions options) {
    this.estimates = estimates;
    int size = estimates.size();
    // In the order of their names, so that intervals do not depend on the order of the items.
    List<String> names =
        IntStream.range(0, size).mapToObj(estimates::group).distinct().sorted().toList();
    groups =
        IntStream.range(0, size)
            .map(i -> Collections.binarySearch(names, estimates.group(i)))
            .toArray();
    groupCount = names.size();
    decisions = new int[size];
    inTopK = new boolean[size];
    logLosses = new double[size];
    brierScores = new double[size];
    for (int i = 0; i < size; i++) {
      decisions[i] = estimates.estimate(i);
      inTopK[i] = rankOfReference(i) < options.topK();
      double score = estimates.score(i, estimates.reference(i));
      logLosses[i] = -Math.log(Math.max(EPSILON, Math.min(1 - EPSILON, score)));
      brierScores[i] = brierScore(i);
    }
    calibration = new Calibration(estimates, decisions, options.calibrationBins());
    rocCurves =
        IntStream.range(0, estimates.classes().size())
            .parallel()
            .mapToObj(c -> RocCurve.of(estimates, c, groups))
            .toList();
  }

  /** Number of groups. */
  int groupCount() {
    return groupCount;
  }

  /** Every metric with each item as often as the weight of its group says. */
  Map<Metric, Double> values(int[] groupWeights) {
    int[] weights = new int[groups.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = groupWeights[groups[i]];
    }
    ConfusionMatrix confusion = ConfusionMatrix.ofWeighted(estimates, decisions, weights);
    Map<Metric, Double> values = new EnumMap<>(Metric.class);
    values.put(Metric.ACCURACY, confusion.accuracy());
    values.put(Metric.BALANCED_ACCURACY, confusion.balancedAccuracy());
    values.put(Metric.PRECISION_MACRO, confusion.macro(ClassFigures::precision));
    values.put(Metric.RECALL_MACRO, confusion.macro(ClassFigures::recall));
    values.put(Metric.F1_MACRO, confusion.macro(ClassFigures::f1));
    values.put(Metric.PRECISION_WEIGHTED, confusion.weighted(ClassFigures::precision));
    values.put(Metric.RECALL_WEIGHTED, confusion.weighted(ClassFigures::recall));
    values.put(Metric.F1_WEIGHTED, confusion.weighted(ClassFigures::f1));
    values.put(Metric.TOP_K, topK(weights, confusion.total()));
    values.put(Metric.ROC_AUC_MACRO, rocAuc(groupWeights));
    values.put(Metric.LOG_LOSS, mean(logLosses, weights, confusion.total()));
    values.put(Metric.BRIER, mean(brierScores, weights, confusion.total()));
    values.put(Metric.CALIBRATION_ERROR, calibration.error(weights));
    return values;
  }

  /** The classes that no ROC curve can be drawn of: no item is of them, or every one. */
  List<Label> classesWithoutRoc() {
    int[] ones = new int[groupCount];
    Arrays.fill(ones, 1);
    List<Label> labels = new ArrayList<>();
    for (int c = 0; c < rocCurves.size(); c++) {
      if (Double.isNaN(rocCurves.get(c).area(ones))) {
        labels.add(estimates.classes().get(c));
      }
    }
    return labels;
  }

  List<ReliabilityBin> reliability() {
    return calibration.reliability();
  }

  /** How many classes stand before the true one; of equal scores the first stands before. */
  private int rankOfReference(int item) {
    int reference = estimates.reference(item);
    double score = estimates.score(item, reference);
    int rank = 0;
    for (int c = 0; c < estimates.classes().size(); c++) {
      double other = estimates.score(item, c);
      rank += other > score || (other == score && c < reference) ? 1 : 0;
    }
    return rank;
  }

  private double brierScore(int item) {
    double sum = 0;
    for (int c = 0; c < estimates.classes().size(); c++) {
      double error = estimates.score(item, c) - (c == estimates.reference(item) ? 1 : 0);
      sum += error * error;
    }
    return sum;
  }

  private double topK(int[] weights, long total) {
    long hits = 0;
    for (int i = 0; i < weights.length; i++) {
      hits += inTopK[i] ? weights[i] : 0;
    }
    return (double) hits / total;
  }

  private double rocAuc(int[] groupWeights) {
    return rocCurves.stream()
        .mapToDouble(curve -> curve.area(groupWeights))
        .filter(area -> !Double.isNaN(area))
        .average()
        .orElse(Double.NaN);
  }

  private static double mean(double[] values, int[] weights, long total) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += values[i] * weights[i];
    }
    return sum / total;
  }
}
