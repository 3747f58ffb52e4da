package io.auricle.eval;

import io.auricle.eval.scored.Descent;
import io.auricle.eval.scored.ScoredItems;
import io.auricle.label.Label;
import java.util.ArrayList;
import java.util.List;

/**
 * The ROC and precision-recall curves of each class or tag of some items, as scikit-learn draws
 * them.
 */
public final class Curves {
  private Curves() {}

  /**
   * A place on a curve.
   *
   * @param x share of false positives, or recall
   * @param y share of true positives, or precision
   */
  public record Point(double x, double y) {}

  /**
   * The curves of one class.
   *
   * @param label the class
   * @param roc from (0, 0) to (1, 1)
   * @param precisionRecall from recall 0 to 1, a point for each score that items of the class have
   */
  public record ClassCurves(Label label, List<Point> roc, List<Point> precisionRecall) {
    public ClassCurves {
      roc = List.copyOf(roc);
      precisionRecall = List.copyOf(precisionRecall);
    }
  }

  /** The curves of the classes that have any: items both of the class and of none. */
  public static List<ClassCurves> of(ScoredItems items) {
    List<ClassCurves> curves = new ArrayList<>();
    for (int c = 0; c < items.classes().size(); c++) {
      int positives = 0;
      double[] scores = new double[items.size()];
      for (int i = 0; i < scores.length; i++) {
        scores[i] = items.score(i, c);
        positives += items.isTrue(i, c) ? 1 : 0;
      }
      if (positives > 0 && positives < scores.length) {
        curves.add(of(items, c, Descent.of(scores), positives));
      }
    }
    return curves;
  }

  private static ClassCurves of(ScoredItems items, int c, Descent descent, int positives) {
    List<Point> roc = new ArrayList<>(List.of(new Point(0, 0)));
    List<Point> precisionRecall = new ArrayList<>();
    int negatives = items.size() - positives;
    int hits = 0;
    int rank = 0;
    for (int run = 0; run < descent.runCount(); run++) {
      int before = hits;
      for (; rank < descent.runEnd(run); rank++) {
        hits += items.isTrue(descent.item(rank), c) ? 1 : 0;
      }
      Point next = new Point((double) (rank - hits) / negatives, (double) hits / positives);
      // On a straight line the last point alone is kept.
      int last = roc.size() - 1;
      if (last > 0 && isStraight(roc.get(last - 1), roc.get(last), next)) {
        roc.remove(last);
      }
      roc.add(next);
      if (hits > before) {
        precisionRecall.add(new Point((double) hits / positives, (double) hits / rank));
      }
    }
    return new ClassCurves(items.classes().get(c), roc, precisionRecall);
  }

  private static boolean isStraight(Point a, Point b, Point c) {
    return (a.x() == b.x() && b.x() == c.x()) || (a.y() == b.y() && b.y() == c.y());
  }
}
