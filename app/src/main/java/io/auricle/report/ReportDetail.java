package io.auricle.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a report can show beyond figures where it is known.
 *
 * @param pieces what was said of the pieces of each track, by the track's id
 * @param learningCurve picture (PNG) of how the model was trained, or null
 */
public record ReportDetail(Map<String, List<Piece>> pieces, @Nullable Path learningCurve) {
  /** Nothing more than the figures. */
  public static final ReportDetail NONE = new ReportDetail(Map.of(), null);

  public ReportDetail {
    pieces = Map.copyOf(pieces);
  }

  /**
   * A piece of a track.
   *
   * @param startSeconds from the start of the track
   * @param endSeconds from the start of the track
   * @param best its highest label
   * @param bestScore score of that
   * @param referenceScore mean score of what is true of the track
   */
  public record Piece(
      double startSeconds,
      double endSeconds,
      String best,
      double bestScore,
      double referenceScore) {}
}
