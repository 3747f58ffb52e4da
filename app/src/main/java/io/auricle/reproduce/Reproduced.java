package io.auricle.reproduce;

import io.auricle.bundle.Training.Metric;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as measured.
 *
 * @param reproduction which
 * @param variant on which data
 * @param quick whether it was a smoke test, whose figures say nothing
 * @param account whether the text or the code of the study was followed
 * @param rows in the order of the table
 */
public record Reproduced(
    Reproduction reproduction,
    Reproduction.Variant variant,
    boolean quick,
    Reproduction.Account account,
    List<Row> rows) {
  public Reproduced {
    rows = List.copyOf(rows);
  }

  /**
   * A row.
   *
   * @param row as published
   * @param ours under the study's protocol; null if it was not run
   * @param honest under the honest protocol; null if it was not run
   * @param note why something is missing; empty if nothing is
   */
  public record Row(
      Reproduction.Row row, @Nullable Measured ours, @Nullable Measured honest, String note) {}

  /**
   * What a run measured.
   *
   * @param run name of its folder
   * @param seed of the run
   * @param seconds it took
   * @param split how its tracks were divided
   * @param tracks scored, or pieces where each is scored by itself
   * @param metrics in the order of the reproduction's, those that the run has
   * @param training accuracy on the training part; null where it was not scored
   */
  public record Measured(
      String run,
      long seed,
      double seconds,
      String split,
      int tracks,
      List<Metric> metrics,
      @Nullable Double training) {
    public Measured {
      metrics = List.copyOf(metrics);
    }
  }
}
