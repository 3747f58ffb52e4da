package io.auricle.cli.evaluate;

import io.auricle.audio.DecodeException;
import io.auricle.cli.help.KnownNames;
import io.auricle.cli.option.SplitOption;
import io.auricle.cli.option.WorkOptions;
import io.auricle.cli.output.ExitCode;
import io.auricle.cli.output.Messages;
import io.auricle.cli.output.ProgressBar;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.dataset.known.Datasets;
import io.auricle.eval.TrackEvaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.label.Label;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.TrackPrediction;
import io.auricle.report.CardFacts;
import io.auricle.report.EvaluationPlots;
import io.auricle.report.EvaluationReport;
import io.auricle.report.ReportDetail;
import io.auricle.report.ReportFacts;
import io.auricle.split.Part;
import io.auricle.split.Split;
import io.auricle.work.OrderedWork;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code auricle evaluate}: a model on the tracks of a data set. */
@Command(
    name = "evaluate",
    description = "Measure a model on a data set: figures with 95 %% intervals, and a report.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
@SuppressWarnings("NullAway.Init") // picocli fills the fields
public final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      completionCandidates = KnownNames.Models.class,
      defaultValue = "genre",
      description = "Bundled model or bundle folder (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      required = true,
      completionCandidates = KnownNames.Sets.class,
      description = "See dataset list; folder is any tree with a folder a genre.")
  private String datasetName;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description =
          "What of the data set is asked for (default: its first target, see dataset info).")
  private @Nullable String target;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      required = true,
      description = "Where the data set was put.")
  private Path folder;

  @Option(
      names = "--split",
      paramLabel = "FILE|DIR|NAME|all",
      required = true,
      description =
          "Split file, folder of published lists (train*, valid*, test*.txt), or split of the data's"
              + " card (official-0); all: every track,"
              + " for music the model has never met.")
  private String splitName;

  @Option(
      names = "--part",
      paramLabel = "PART",
      defaultValue = "test",
      description = "One of train, validation, test (default: ${DEFAULT-VALUE}).")
  private Part part;

  @Option(
      names = "--report",
      paramLabel = "FILE.html",
      description = "Also write a report that opens offline.")
  private @Nullable Path report;

  @Option(
      names = "--plots",
      paramLabel = "DIR",
      description = "Also write every plot as PNG and SVG into a folder.")
  private @Nullable Path plots;

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  /** A track and what the model says of it. */
  private record Scored(
      Track track, @Nullable TrackPrediction prediction, @Nullable DecodeException error) {}

  @Override
  public Integer call() throws DatasetException, IOException, InterruptedException {
    int threads = work.threads();
    if (report != null || plots != null) {
      System.setProperty("java.awt.headless", "true");
    }
    Dataset dataset = dataset();
    DatasetIndex index = dataset.load(folder, target(dataset));
    Split split = SplitOption.read(splitName, dataset, index);
    Part chosen = SplitOption.isAll(splitName) ? Part.TEST : part;
    PrintWriter err = spec.commandLine().getErr();
    PrintWriter notes = work.notes(err);
    int[] failed = {0};
    try (Classifier classifier = Classifiers.load(model)) {
      TrackAnswers answers = answers(classifier, index);
      List<Track> all = split.select(chosen, index.tracks());
      List<Track> tracks = all.stream().filter(answers::isKnown).toList();
      if (tracks.isEmpty()) {
        throw new DatasetException(
            folder,
            "no track of part %s of split %s%s"
                .formatted(
                    chosen.title(),
                    split.name(),
                    all.isEmpty() ? "" : " has a label that the model has"));
      }
      sayWhatIsLeftOut(notes, all.size() - tracks.size(), answers.unmeasured());
      try (ProgressBar progress = new ProgressBar(notes, "tracks", tracks.size())) {
        OrderedWork.run(
            tracks,
            threads,
            track -> {
              Scored scored = score(classifier, track);
              progress.step();
              return scored;
            },
            scored -> {
              if (scored.error() != null) {
                progress.clear();
                err.println(Messages.of(scored.error()));
                failed[0]++;
              } else if (scored.prediction() != null) {
                answers.add(scored.track(), scored.prediction());
              }
            });
      }
      TrackEvaluation evaluation = answers.evaluate(EvaluationOptions.defaults());
      new EvaluationPrinter(spec.commandLine().getOut())
          .print(dataset.card().title(), split, chosen, evaluation);
      ReportDetail detail = new ReportDetail(answers.pieces(), learningCurve());
      if (report != null) {
        EvaluationReport.write(
            facts(classifier, dataset, split, chosen), evaluation, detail, report);
        notes.println("auricle: wrote " + report);
      }
      if (plots != null) {
        EvaluationPlots.write(evaluation, detail, plots)
            .forEach(file -> notes.println("auricle: wrote " + file));
      }
    }
    return failed[0] == 0 ? ExitCode.DONE : ExitCode.FAILED;
  }

  private TrackAnswers answers(Classifier classifier, DatasetIndex index) throws DatasetException {
    Set<Label> given =
        index.tracks().stream()
            .flatMap(track -> track.labels().stream())
            .collect(Collectors.toSet());
    try {
      return new TrackAnswers(classifier.card(), given);
    } catch (IllegalArgumentException e) {
      throw new DatasetException(folder, String.valueOf(e.getMessage()));
    }
  }

  private static void sayWhatIsLeftOut(PrintWriter notes, int tracks, List<Label> tags) {
    if (tracks > 0) {
      notes.println(
          "auricle: left out: %d track%s with labels that the model does not have"
              .formatted(tracks, tracks == 1 ? "" : "s"));
    }
    if (!tags.isEmpty()) {
      notes.println(
          "auricle: left out: tags that the data set does not have: "
              + tags.stream().map(Label::name).collect(Collectors.joining(", ")));
    }
  }

  private Dataset dataset() {
    try {
      return Datasets.named(datasetName);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }

  private Target target(Dataset dataset) {
    try {
      return dataset.card().target(target);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), "--" + e.getMessage(), e);
    }
  }

  private static Scored score(Classifier classifier, Track track) {
    Path path = track.path();
    if (path == null) {
      throw new IllegalStateException("track " + track.id() + " has no audio");
    }
    try {
      return new Scored(track, classifier.predict(path), null);
    } catch (DecodeException e) {
      return new Scored(track, null, e);
    }
  }

  /** The picture beside a bundle that still lies in its run folder; null if there is none. */
  private @Nullable Path learningCurve() {
    Path picture = Path.of(model).toAbsolutePath().resolveSibling("learning.png");
    return Files.isDirectory(Path.of(model)) && Files.exists(picture) ? picture : null;
  }

  private static ReportFacts facts(Classifier classifier, Dataset dataset, Split split, Part part) {
    return new ReportFacts(
        classifier.card().about().name() + " on " + dataset.card().name(),
        dataset.card().title(),
        split.name() + " (" + split.origin() + "), part " + part.title(),
        split.hash(),
        split.leaky(),
        CardFacts.of(classifier.card()));
  }
}
