package io.auricle.eval.metric;

import io.auricle.eval.metric.RiskCoverage.Point;
import io.auricle.eval.scored.Descent;
import java.util.ArrayList;
import java.util.List;

/** Items by falling confidence with the loss of each, sorted once for changing weights. */
final class SelectiveRisk {
  private final Descent descent;
  private final double[] losses;
  private final int[] groups;

  /**
   * @param confidences how sure the answer to each item is
   * @param losses how wrong it is, in [0, 1]
   * @param groups the number of each item's group
   */
  SelectiveRisk(double[] confidences, double[] losses, int[] groups) {
    descent = Descent.of(confidences);
    this.losses = new double[losses.length];
    this.groups = new int[groups.length];
    for (int rank = 0; rank < losses.length; rank++) {
      this.losses[rank] = losses[descent.item(rank)];
      this.groups[rank] = groups[descent.item(rank)];
    }
  }

  /**
   * The mean over items of the risk among all that are at least as confident; NaN if nothing has a
   * weight.
   */
  double area(int[] weights) {
    long answered = 0;
    double loss = 0;
    double risks = 0;
    int rank = 0;
    for (int run = 0; run < descent.runCount(); run++) {
      long before = answered;
      for (; rank < descent.runEnd(run); rank++) {
        int weight = weights[groups[rank]];
        answered += weight;
        loss += weight * losses[rank];
      }
      if (answered > before) {
        risks += (answered - before) * loss / answered;
      }
    }
    return risks / answered;
  }

  /** The whole curve of the items as they are. */
  RiskCoverage curve() {
    List<Point> points = new ArrayList<>();
    double loss = 0;
    double risks = 0;
    int rank = 0;
    for (int run = 0; run < descent.runCount(); run++) {
      int before = rank;
      for (; rank < descent.runEnd(run); rank++) {
        loss += losses[rank];
      }
      points.add(
          new Point(descent.score(run), (double) rank / losses.length, Math.max(0, loss / rank)));
      risks += (rank - before) * loss / rank;
    }
    return new RiskCoverage(points, risks / losses.length);
  }
}
