package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;
import static io.auricle.report.Html.number;

import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.metric.Figure;
import io.auricle.eval.metric.Metric;
import io.auricle.label.Label;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Every figure with its interval: by track (mean and vote), by segment, restricted. */
final class FigureTable {
  private static final String VOTES = "by %s, vote of its segments";

  private FigureTable() {}

  static String of(TrackEvaluation evaluation, Items items) {
    Map<String, Evaluation> columns = columns(evaluation, items);
    EvaluationOptions options = evaluation.tracks().options();
    StringBuilder html = new StringBuilder("<h2>Figures</h2>\n<div class=\"scroll\"><table>\n");
    html.append("<tr><th></th>");
    columns.keySet().forEach(title -> html.append(format("<th>%s</th>", title)));
    html.append("</tr>\n");
    for (Metric metric : evaluation.tracks().figures().keySet()) {
      html.append(format("<tr><td class=\"word\">%s</td>", title(metric, options)));
      columns.forEach(
          (title, column) -> {
            // The shares of votes are no probabilities. Answers are given to whole tracks.
            boolean votes = title.equals(VOTES.formatted(items.one));
            Figure figure = column.figures().get(metric);
            html.append(
                figure == null || (votes && !metric.ofDecisions()) ? "<td>–</td>" : cell(figure));
          });
      html.append("</tr>\n");
    }
    html.append("</table></div>\n");
    return html.append(notes(evaluation, items)).toString();
  }

  private static Map<String, Evaluation> columns(TrackEvaluation evaluation, Items items) {
    int classes = evaluation.tracks().perClass().size();
    String all = TaskWords.of(evaluation.judged()).all.formatted(classes);
    Map<String, Evaluation> columns = new LinkedHashMap<>();
    columns.put("by %s, %s".formatted(items.one, all), evaluation.tracks());
    if (evaluation.votes() != null) {
      columns.put(VOTES.formatted(items.one), evaluation.votes());
      columns.put("by segment, " + all, evaluation.segments());
    }
    if (evaluation.restricted() != null) {
      columns.put(
          "by %s, restricted to the data set's %d classes"
              .formatted(items.one, evaluation.restricted().perClass().size()),
          evaluation.restricted());
    }
    return columns;
  }

  private static String notes(TrackEvaluation evaluation, Items items) {
    EvaluationOptions options = evaluation.tracks().options();
    StringBuilder html = new StringBuilder();
    html.append(
        format(
            "<p>In brackets: %.0f %% bootstrap intervals of %d rounds, seed %d, drawn from %d"
                + " groups of %s (artists where they are known). A %s's scores are the means of its"
                + " segments'. Macro precision, recall and F1 go over all classes that occur in the"
                + " truth or among the estimates; PR-AUC is average precision.</p>\n",
            100 * options.confidence(),
            options.rounds(),
            options.seed(),
            evaluation.tracks().groupCount(),
            items.many,
            items.one));
    evaluation
        .judged()
        .sureFrom()
        .ifPresent(
            least ->
                html.append(
                    format(
                        "<p>Coverage is the share of %s whose best score is %s or more, the"
                            + " threshold of the model’s card below which it is “not sure”; the"
                            + " accuracy when sure is of these.</p>\n",
                        items.many, number(least))));
    if (evaluation.restricted() != null) {
      html.append(
          "<p>The data set does not have all of the model's classes. Plain figures count one as"
              + " wrong when the model prefers a class that is not there. Restricted figures drop"
              + " the scores of those classes first; the two must not be compared.</p>\n");
    }
    if (!evaluation.tracks().classesWithoutRoc().isEmpty()) {
      html.append(
          format(
              "<p>Not in the macro areas, having no %s or every one: %s.</p>\n",
              items.one,
              escape(
                  evaluation.tracks().classesWithoutRoc().stream()
                      .map(Label::name)
                      .collect(Collectors.joining(", ")))));
    }
    return html.toString();
  }

  static String title(Metric metric, EvaluationOptions options) {
    return metric == Metric.TOP_K ? "top-" + options.topK() + " accuracy" : metric.title();
  }

  static String cell(Figure figure) {
    return format(
        "<td>%s<small>[%s, %s]</small></td>",
        number(figure.value()), number(figure.low()), number(figure.high()));
  }
}
