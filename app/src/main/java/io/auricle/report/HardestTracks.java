package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;
import static io.auricle.report.Html.number;

import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.TrackEvaluation.Outcome;
import io.auricle.label.Label;
import io.auricle.plot.Plot;
import io.auricle.plot.chart.StripPlot;
import io.auricle.report.ReportDetail.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The tracks that a model is most wrong about, each with its pieces over time where known. */
final class HardestTracks {
  private static final int SHOWN = 20;
  private static final int WIDTH = 440;
  private static final int HEIGHT = 40;
  private static final double LETTER = 6.2;

  private HardestTracks() {}

  /** The pieces of the hardest tracks over time; null if no track has several. */
  static @Nullable Plot plot(TrackEvaluation evaluation, ReportDetail detail) {
    List<StripPlot.Row> rows = new ArrayList<>();
    for (Outcome outcome : evaluation.hardest(SHOWN)) {
      List<Piece> own = detail.pieces().getOrDefault(outcome.id(), List.of());
      List<String> truth = outcome.references().stream().map(Label::name).toList();
      List<StripPlot.Bar> bars = own.stream().map(piece -> bar(piece, truth)).toList();
      if (!bars.isEmpty()) {
        rows.add(new StripPlot.Row(outcome.id(), String.join(", ", truth), bars));
      }
    }
    return hasPieces(detail)
        ? new StripPlot("The hardest tracks: their pieces over time", rows)
        : null;
  }

  private static StripPlot.Bar bar(Piece piece, List<String> truth) {
    return new StripPlot.Bar(
        piece.startSeconds(),
        piece.endSeconds(),
        piece.best(),
        piece.bestScore(),
        piece.referenceScore(),
        truth.contains(piece.best()));
  }

  /** Of tracks of one piece each there is nothing to show over time. */
  private static boolean hasPieces(ReportDetail detail) {
    return detail.pieces().values().stream().anyMatch(pieces -> pieces.size() > 1);
  }

  static String of(TrackEvaluation evaluation, ReportDetail detail, Items items) {
    List<Outcome> outcomes = evaluation.hardest(SHOWN);
    boolean pieces = hasPieces(detail);
    StringBuilder html = new StringBuilder();
    html.append(format("<h2>The hardest %s</h2>\n", items.many));
    html.append("<p>Those of the highest log loss");
    html.append(
        pieces
            ? "; a bar a piece, as high as its best score, named and light where that is right and"
                + " of another colour where it is wrong; the dark bar is the score of what is true"
                + " (of tags their mean).</p>\n"
            : ".</p>\n");
    html.append(
        format(
            "<div class=\"scroll\"><table>\n<tr><th>%s</th><th class=\"word\">true</th>"
                + "<th class=\"word\">taken for</th>",
            items.one));
    html.append("<th>log loss</th>")
        .append(pieces ? "<th class=\"word\">over time</th>" : "")
        .append("</tr>\n");
    for (Outcome outcome : outcomes) {
      html.append(
          format(
              "<tr><td class=\"word\">%s</td><td class=\"word\">%s</td><td class=\"word\">%s</td>"
                  + "<td>%s</td>",
              escape(outcome.id()),
              names(outcome.references()),
              names(outcome.estimates()),
              number(outcome.loss())));
      if (pieces) {
        List<Piece> own = detail.pieces().getOrDefault(outcome.id(), List.of());
        List<String> truth = outcome.references().stream().map(Label::name).toList();
        html.append(format("<td>%s</td>", strip(own, truth)));
      }
      html.append("</tr>\n");
    }
    return html.append("</table></div>\n").toString();
  }

  private static String names(List<Label> labels) {
    return labels.isEmpty()
        ? "–"
        : escape(labels.stream().map(Label::name).collect(Collectors.joining(", ")));
  }

  private static String strip(List<Piece> pieces, List<String> truth) {
    double end = pieces.stream().mapToDouble(Piece::endSeconds).max().orElse(0);
    if (end <= 0) {
      return "";
    }
    StringBuilder svg = new StringBuilder();
    svg.append(
        format(
            "<svg class=\"strip\" role=\"img\" aria-label=\"pieces over time\" viewBox=\"0 0 %d"
                + " %d\" width=\"%d\" height=\"%d\">",
            WIDTH, HEIGHT, WIDTH, HEIGHT));
    for (int p = 0; p < pieces.size(); p++) {
      Piece piece = pieces.get(p);
      // Pieces may overlap; a bar reaches to where the next begins.
      double until = p + 1 < pieces.size() ? pieces.get(p + 1).startSeconds() : piece.endSeconds();
      double left = piece.startSeconds() / end * WIDTH;
      double width = Math.max(0.5, (until - piece.startSeconds()) / end * WIDTH - 0.5);
      boolean hit = truth.contains(piece.best());
      svg.append("<g>").append(bar(hit ? "right" : "wrong", left, width, piece.bestScore()));
      svg.append(bar("bar", left, width, piece.referenceScore()));
      if (width > LETTER * piece.best().length()) {
        svg.append(format("<text x=\"%.1f\" y=\"12\">%s</text>", left + 3, escape(piece.best())));
      }
      svg.append(
          format(
              "<title>%.1f to %.1f s: %s %.2f; true %.2f</title></g>",
              piece.startSeconds(),
              piece.endSeconds(),
              escape(piece.best()),
              piece.bestScore(),
              piece.referenceScore()));
    }
    return svg.append("</svg>").toString();
  }

  private static String bar(String style, double left, double width, double share) {
    double height = Math.max(1, share * HEIGHT);
    return format(
        "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
        style, left, HEIGHT - height, width, height);
  }
}
