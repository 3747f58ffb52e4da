package io.auricle.eval.metric;

import io.auricle.eval.scored.ScoredItems;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** ROC-AUC and average precision of items under changing weights: macro, micro, by item. */
final class RankingMetrics {
  private final ScoredItems items;
  private final Groups groups;
  private final List<Ranking> perClass;
  private final Ranking pooled;
  private final List<Ranking.Areas> perItem;

  RankingMetrics(ScoredItems items, Groups groups) {
    this.items = items;
    this.groups = groups;
    int classCount = items.classes().size();
    perClass = IntStream.range(0, classCount).parallel().mapToObj(this::ofClass).toList();
    pooled = ofAll();
    perItem = IntStream.range(0, items.size()).parallel().mapToObj(this::ofItem).toList();
  }

  private Ranking ofClass(int classIndex) {
    double[] scores = new double[items.size()];
    boolean[] positive = new boolean[items.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = items.score(i, classIndex);
      positive[i] = items.isTrue(i, classIndex);
    }
    return Ranking.of(scores, positive, groups.ofItems());
  }

  private Ranking ofAll() {
    int classCount = items.classes().size();
    double[] scores = new double[items.size() * classCount];
    boolean[] positive = new boolean[scores.length];
    int[] owners = new int[scores.length];
    for (int i = 0; i < items.size(); i++) {
      for (int c = 0; c < classCount; c++) {
        int at = i * classCount + c;
        scores[at] = items.score(i, c);
        positive[at] = items.isTrue(i, c);
        owners[at] = groups.ofItems()[i];
      }
    }
    return Ranking.of(scores, positive, owners);
  }

  private Ranking.Areas ofItem(int item) {
    int classCount = items.classes().size();
    double[] scores = new double[classCount];
    boolean[] positive = new boolean[classCount];
    for (int c = 0; c < classCount; c++) {
      scores[c] = items.score(item, c);
      positive[c] = items.isTrue(item, c);
    }
    return Ranking.of(scores, positive, new int[classCount]).areas(new int[] {1});
  }

  /** Adds the figures with each item as often as the weight of its group says. */
  void addTo(Map<Metric, Double> values, int[] groupWeights, int[] itemWeights) {
    List<Ranking.Areas> classes =
        perClass.stream().map(r -> r.areas(groupWeights)).filter(Ranking.Areas::isDefined).toList();
    values.put(Metric.ROC_AUC_MACRO, mean(classes.stream().mapToDouble(Ranking.Areas::roc)));
    values.put(Metric.PR_AUC_MACRO, mean(classes.stream().mapToDouble(Ranking.Areas::precision)));
    Ranking.Areas all = pooled.areas(groupWeights);
    values.put(Metric.ROC_AUC_MICRO, all.roc());
    values.put(Metric.PR_AUC_MICRO, all.precision());
    double roc = 0;
    double precision = 0;
    long total = 0;
    for (int i = 0; i < itemWeights.length; i++) {
      if (perItem.get(i).isDefined()) {
        roc += itemWeights[i] * perItem.get(i).roc();
        precision += itemWeights[i] * perItem.get(i).precision();
        total += itemWeights[i];
      }
    }
    values.put(Metric.ROC_AUC_SAMPLES, roc / total);
    values.put(Metric.PR_AUC_SAMPLES, precision / total);
  }

  private static double mean(DoubleStream values) {
    return values.average().orElse(Double.NaN);
  }

  /** The areas of every class with each item once. */
  List<ClassAreas> areas() {
    int[] once = groups.once();
    return IntStream.range(0, perClass.size())
        .mapToObj(
            c -> {
              Ranking.Areas areas = perClass.get(c).areas(once);
              return new ClassAreas(items.classes().get(c), areas.roc(), areas.precision());
            })
        .toList();
  }
}
