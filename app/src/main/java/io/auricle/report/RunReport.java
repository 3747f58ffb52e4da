package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training.DataUse;
import io.auricle.dataset.DatasetException;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.TrackEvaluation;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.score.RunScores;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code report.html} of a run folder: how the training went, and an evaluation of each data set's
 * test and validation parts, in one file that opens offline.
 */
public final class RunReport {
  private static final String LEAKY = "(leaky)";
  private static final String CURVE = "learning.png";

  private RunReport() {}

  /**
   * Writes the report of a finished run; the learning curve is in it if there is one.
   *
   * @throws ExperimentException if it is no run folder
   * @throws DatasetException if its scores cannot be read
   */
  public static Path write(RunFolder folder)
      throws ExperimentException, DatasetException, IOException {
    ModelCard card = Bundle.read(folder.model()).card();
    StringBuilder body = new StringBuilder();
    Path curve = folder.path().resolve(CURVE);
    if (Files.exists(curve)) {
      body.append(format("<h1>How %s was trained</h1>\n", escape(card.about().name())));
      body.append(EvaluationReport.picture(curve));
    }
    List<RunScores> scores =
        RunScores.read(folder).stream()
            // What counts first: the test parts.
            .sorted(Comparator.comparing(RunScores::part).reversed())
            .toList();
    for (RunScores part : scores) {
      TrackEvaluation evaluation = TrackEvaluation.of(part.judged(), EvaluationOptions.defaults());
      body.append(EvaluationReport.body(facts(card, part), evaluation, ReportDetail.NONE));
    }
    Path file = folder.path().resolve("report.html");
    Files.writeString(file, EvaluationReport.page(card.about().title(), body.toString()));
    return file;
  }

  /**
   * Writes the plots of a finished run as PNG and SVG: {@code learning.png} if it was trained epoch
   * by epoch, and for each data set and part those of {@link EvaluationPlots} in a folder {@code
   * DATASET-PART}.
   *
   * @param plots made if it is not there
   * @return the files
   * @throws ExperimentException if it is no run folder
   * @throws DatasetException if its scores cannot be read
   */
  public static List<Path> plots(RunFolder folder, Path plots)
      throws ExperimentException, DatasetException, IOException {
    Files.createDirectories(plots);
    List<Path> files = new ArrayList<>();
    Path curve = folder.path().resolve(CURVE);
    if (Files.exists(curve)) {
      files.add(Files.copy(curve, plots.resolve(CURVE), StandardCopyOption.REPLACE_EXISTING));
    }
    for (RunScores part : RunScores.read(folder)) {
      Path own = plots.resolve(part.dataset() + "-" + part.part().title());
      TrackEvaluation evaluation = TrackEvaluation.of(part.judged(), EvaluationOptions.defaults());
      files.addAll(EvaluationPlots.write(evaluation, ReportDetail.NONE, own));
    }
    return files;
  }

  private static ReportFacts facts(ModelCard card, RunScores scores) {
    String part = scores.part().title();
    List<DataUse> uses =
        card.training().data().stream()
            .filter(use -> use.dataset().equals(scores.dataset()))
            .filter(use -> use.tracks().containsKey(part))
            .toList();
    Map<String, String> model = CardFacts.of(card);
    if (scores.part() == Part.VALIDATION) {
      model.put("Note", "choices were made on this part, so its figures flatter the model");
    }
    return new ReportFacts(
        "%s on %s, part %s".formatted(card.about().name(), scores.dataset(), part),
        scores.dataset(),
        uses.stream().map(DataUse::split).distinct().collect(Collectors.joining("; ")),
        uses.stream().map(DataUse::splitHash).distinct().collect(Collectors.joining("; ")),
        uses.stream().anyMatch(use -> use.split().endsWith(LEAKY)),
        model);
  }
}
