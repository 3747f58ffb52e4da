package io.auricle.cli;

import io.auricle.audio.DecodeException;
import io.auricle.dataset.Dataset;
import io.auricle.dataset.DatasetException;
import io.auricle.dataset.DatasetIndex;
import io.auricle.dataset.Datasets;
import io.auricle.dataset.Target;
import io.auricle.dataset.Track;
import io.auricle.eval.Estimates;
import io.auricle.eval.EvaluationOptions;
import io.auricle.eval.TrackEvaluation;
import io.auricle.extract.OrderedWork;
import io.auricle.label.Label;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.predict.SegmentPrediction;
import io.auricle.predict.TrackPrediction;
import io.auricle.report.EvaluationReport;
import io.auricle.report.ReportFacts;
import io.auricle.split.Part;
import io.auricle.split.Split;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
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
final class EvaluateCommand implements Callable<Integer> {
  @Option(
      names = "--model",
      paramLabel = "NAME|DIR",
      defaultValue = "genre",
      description = "Bundled model or bundle folder (default: ${DEFAULT-VALUE}).")
  private String model;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      required = true,
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
      paramLabel = "FILE|DIR|all",
      required = true,
      description =
          "Split file, or folder of published lists (train*, valid*, test*.txt); all: every track,"
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

  @Mixin private WorkOptions work;

  @Spec private CommandSpec spec;

  /** A track and what the model says of it. */
  private record Scored(
      Track track, @Nullable TrackPrediction prediction, @Nullable DecodeException error) {}

  @Override
  public Integer call() throws DatasetException, IOException, InterruptedException {
    int threads = work.threads();
    Dataset dataset = dataset();
    DatasetIndex index = dataset.load(folder, target(dataset));
    Split split = SplitOption.read(splitName, index.tracks());
    Part chosen = SplitOption.isAll(splitName) ? Part.TEST : part;
    PrintWriter err = spec.commandLine().getErr();
    int[] failed = {0};
    try (Classifier classifier = Classifiers.load(model)) {
      List<Label> classes = classifier.labels().stream().map(Label::new).toList();
      List<Track> tracks =
          split.select(chosen, index.tracks()).stream()
              .filter(track -> classes.contains(track.label()))
              .toList();
      if (tracks.isEmpty()) {
        throw new DatasetException(
            folder, "no track of part " + chosen.title() + " of split " + split.name());
      }
      Estimates.Builder estimates = Estimates.builder(classes);
      try (Progress progress = new Progress(err, "tracks", tracks.size())) {
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
                add(estimates, classes, scored.track(), scored.prediction());
              }
            });
      }
      TrackEvaluation evaluation =
          TrackEvaluation.of(estimates.build(), EvaluationOptions.defaults());
      new EvaluationPrinter(spec.commandLine().getOut())
          .print(dataset.card().title(), split, chosen, evaluation);
      if (report != null) {
        EvaluationReport.write(facts(classifier, dataset, split, chosen), evaluation, report);
        err.println("auricle: wrote " + report);
      }
    }
    return failed[0] == 0 ? Main.DONE : Main.FAILED;
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

  private static void add(
      Estimates.Builder estimates, List<Label> classes, Track track, TrackPrediction prediction) {
    for (SegmentPrediction segment : prediction.segments()) {
      double[] scores = new double[classes.size()];
      segment
          .labels()
          .forEach(label -> scores[classes.indexOf(new Label(label.label()))] = label.score());
      estimates.add(track.id().value(), track.group(), track.label(), scores);
    }
  }

  private static ReportFacts facts(Classifier classifier, Dataset dataset, Split split, Part part) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("Model", classifier.card().about().name());
    facts.put("Title", classifier.card().about().title());
    facts.put("Classes", String.join(", ", classifier.labels()));
    facts.put("Made by", classifier.card().createdBy());
    facts.put("Limits", classifier.card().about().limits());
    return new ReportFacts(
        classifier.card().about().name() + " on " + dataset.card().name(),
        dataset.card().title(),
        split.name() + " (" + split.origin() + "), part " + part.title(),
        split.hash(),
        split.leaky(),
        facts);
  }
}
