package io.auricle.report;

import static io.auricle.report.Html.escape;
import static io.auricle.report.Html.format;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training.DataUse;
import io.auricle.dataset.DatasetException;
import io.auricle.distill.run.Distillations;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.ExperimentReader;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.TrainedRecipe;
import io.auricle.experiment.score.RunScores;
import io.auricle.plot.NoFontsException;
import io.auricle.plot.Panels;
import io.auricle.plot.Plot;
import io.auricle.plot.chart.LearningCurve;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
   * Draws the learning curve of a run to its end. Where Java finds no fonts it stays as it is: the
   * report is worth more than its first picture.
   */
  public static void drawCurve(RunFolder folder) throws IOException {
    try {
      new LearningCurve(folder.epochs()).write(folder.path().resolve(CURVE));
    } catch (NoFontsException e) {
      // Its figures are in the run's epochs.
    }
  }

  /**
   * Writes the report of a finished run; the learning curve is in it, drawn to the end, if there is
   * one.
   *
   * @throws ExperimentException if it is no run folder
   * @throws DatasetException if its scores cannot be read
   */
  public static Path write(RunFolder folder)
      throws ExperimentException, DatasetException, IOException {
    ModelCard card = Bundle.read(folder.model()).card();
    StringBuilder body = new StringBuilder();
    Path curve = folder.path().resolve(CURVE);
    if (folder.hasEpochs()) {
      drawCurve(folder);
    }
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
      body.append(
          EvaluationReport.body(
              facts(card, part, items(folder, part.dataset())), evaluation, ReportDetail.NONE));
    }
    Path file = folder.path().resolve("report.html");
    Files.writeString(file, EvaluationReport.page(card.about().title(), body.toString()));
    return file;
  }

  /** The plots of a finished run, as {@link #plots(List, List, Path)}. */
  public static List<Path> plots(RunFolder folder, Path plots)
      throws ExperimentException, DatasetException, IOException {
    return plots(List.of(folder), List.of(), plots);
  }

  /**
   * Writes the plots of finished runs as PNG and SVG: {@code learning} if they were trained epoch
   * by epoch, and for each data set and part those of {@link EvaluationPlots} in a folder {@code
   * DATASET-PART}. Those of several runs stand beside each other in one picture; what one of them
   * lacks is not drawn.
   *
   * @param names a line above the plots of each run; none for a single run
   * @param plots made if it is not there
   * @return the files
   * @throws ExperimentException if one is no run folder
   * @throws DatasetException if scores cannot be read
   */
  public static List<Path> plots(List<RunFolder> runs, List<String> names, Path plots)
      throws ExperimentException, DatasetException, IOException {
    Map<String, List<Plot>> all = new LinkedHashMap<>();
    for (RunFolder run : runs) {
      plots(run)
          .forEach((name, plot) -> all.computeIfAbsent(name, n -> new ArrayList<>()).add(plot));
    }
    Files.createDirectories(plots);
    List<Path> files = new ArrayList<>();
    for (Map.Entry<String, List<Plot>> entry : all.entrySet()) {
      if (entry.getValue().size() == runs.size()) {
        Path file = plots.resolve(entry.getKey());
        Files.createDirectories(file.resolveSibling(""));
        Plot plot =
            runs.size() == 1
                ? entry.getValue().get(0)
                : new Panels(entry.getValue(), names, runs.size());
        files.addAll(plot.write(file.resolveSibling(""), String.valueOf(file.getFileName())));
      }
    }
    return files;
  }

  /** All plots of a run by their file below the folder, without its ending. */
  private static Map<String, Plot> plots(RunFolder run)
      throws ExperimentException, DatasetException, IOException {
    Map<String, Plot> plots = new LinkedHashMap<>();
    if (run.hasEpochs()) {
      plots.put("learning", new LearningCurve(run.epochs()));
    }
    for (RunScores part : RunScores.read(run)) {
      String own = part.dataset() + "-" + part.part().title() + "/";
      TrackEvaluation evaluation = TrackEvaluation.of(part.judged(), EvaluationOptions.defaults());
      EvaluationPlots.of(evaluation, items(run, part.dataset()))
          .forEach((name, plot) -> plots.put(own + name, plot));
    }
    return plots;
  }

  /** What a run has scored of a data set. */
  private static Items items(RunFolder run, String dataset) throws ExperimentException {
    if (!Files.exists(run.experiment()) || Distillations.isOne(run.experiment())) {
      return Items.TRACKS;
    }
    return ExperimentReader.read(run.experiment(), Map.of()).recipe()
                instanceof TrainedRecipe recipe
            && recipe.data().stream().anyMatch(s -> s.pieces() && s.dataset().equals(dataset))
        ? Items.PIECES
        : Items.TRACKS;
  }

  private static ReportFacts facts(ModelCard card, RunScores scores, Items items) {
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
        items,
        model);
  }
}
