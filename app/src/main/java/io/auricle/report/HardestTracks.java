package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;
import static io.auricle.report.Html.number;

import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.TrackEvaluation.Outcome;
import io.auricle.label.Label;
import io.auricle.report.ReportDetail.Piece;
import java.util.List;
import java.util.stream.Collectors;

/** The tracks that a model is most wrong about, each with its pieces over time where known. */
final class HardestTracks {
  private static final int SHOWN = 20;
  private static final int WIDTH = 320;
  private static final int HEIGHT = 34;

  private HardestTracks() {}

  static String of(TrackEvaluation evaluation, ReportDetail detail) {
    List<Outcome> outcomes = evaluation.hardest(SHOWN);
    boolean pieces = outcomes.stream().anyMatch(o -> detail.pieces().containsKey(o.id()));
    StringBuilder html = new StringBuilder("<h2>The hardest tracks</h2>\n");
    html.append("<p>Those of the highest log loss");
    html.append(
        pieces
            ? "; a bar a piece, as high as the score of what is true (of tags their mean), of"
                + " another colour where another label was highest; point at one for its answer.</p>\n"
            : ".</p>\n");
    html.append("<div class=\"scroll\"><table>\n<tr><th>track</th><th>true</th><th>taken for</th>");
    html.append("<th>log loss</th>").append(pieces ? "<th>over time</th>" : "").append("</tr>\n");
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
            "<svg class=\"strip\" role=\"img\" aria-label=\"pieces over time\" viewBox=\"0 0 %d %d\""
                + " width=\"%d\" height=\"%d\">",
            WIDTH, HEIGHT, WIDTH, HEIGHT));
    for (int p = 0; p < pieces.size(); p++) {
      Piece piece = pieces.get(p);
      // Pieces may overlap; a bar reaches to where the next begins.
      double until = p + 1 < pieces.size() ? pieces.get(p + 1).startSeconds() : piece.endSeconds();
      double left = piece.startSeconds() / end * WIDTH;
      double height = Math.max(1, piece.referenceScore() * HEIGHT);
      svg.append(
          format(
              "<rect class=\"%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\">"
                  + "<title>%.1f to %.1f s: %s %.2f; true %.2f</title></rect>",
              truth.contains(piece.best()) ? "bar" : "wrong",
              left,
              HEIGHT - height,
              Math.max(0.5, (until - piece.startSeconds()) / end * WIDTH - 0.5),
              height,
              piece.startSeconds(),
              piece.endSeconds(),
              escape(piece.best()),
              piece.bestScore(),
              piece.referenceScore()));
    }
    return svg.append("</svg>").toString();
  }
}
