package io.auricle.experiment.run;

import io.auricle.bundle.Bundle;
import io.auricle.bundle.BundleWriter;
import io.auricle.bundle.InputOptions;
import io.auricle.bundle.ModelCard;
import io.auricle.bundle.Training;
import io.auricle.bundle.Training.DataUse;
import io.auricle.bundle.Training.Metric;
import io.auricle.dataset.DatasetException;
import io.auricle.experiment.Experiment;
import io.auricle.experiment.Experiment.Fit;
import io.auricle.experiment.ExperimentException;
import io.auricle.experiment.FoldOptions;
import io.auricle.experiment.RunFolder;
import io.auricle.experiment.RunListener;
import io.auricle.experiment.SourceOptions;
import io.auricle.experiment.TagOptions;
import io.auricle.experiment.score.CertaintyFit;
import io.auricle.experiment.score.Measurement;
import io.auricle.experiment.score.ScoreTable;
import io.auricle.experiment.score.Scored;
import io.auricle.experiment.score.TagScores;
import io.auricle.experiment.score.Temperature;
import io.auricle.experiment.source.LabelledTrack;
import io.auricle.experiment.source.Source;
import io.auricle.experiment.source.SourceLoader;
import io.auricle.experiment.source.SourcePlan;
import io.auricle.experiment.source.Summary;
import io.auricle.experiment.trainer.ModelTrainer;
import io.auricle.predict.Classifier;
import io.auricle.predict.Classifiers;
import io.auricle.split.Part;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** One run of an experiment that trains a single model. */
final class ExperimentRun {
  private final Experiment experiment;
  private final InputOptions input;
  private final Summary summary;
  private final ModelTrainer trainer;
  private final RunFolder folder;
  private final RunListener listener;

  ExperimentRun(
      Experiment experiment,
      InputOptions input,
      ModelTrainer trainer,
      RunFolder folder,
      RunListener listener) {
    this.experiment = experiment;
    this.input = input;
    this.summary = new Summary(input.features());
    this.trainer = trainer;
    this.folder = folder;
    this.listener = listener;
  }

  /** What is written in run.json beside the facts of every run. */
  Map<String, Object> run(SourceLoader loader)
      throws ExperimentException, DatasetException, IOException, InterruptedException {
    long loading = System.nanoTime();
    List<SourcePlan> plans = loader.plans();
    trainer.check(plans);
    List<Source> sources = new ArrayList<>();
    List<LabelledTrack> tracks = new ArrayList<>();
    for (SourcePlan plan : plans) {
      plan.warnings().forEach(warning -> listener.said("warning: " + warning));
      Source source = loader.load(plan);
      SourceOptions options = source.options();
      sources.add(source);
      tracks.addAll(source.tracks());
      listener.said(
          "%s: %d tracks, %d of other labels, %d errors"
              .formatted(
                  options.path(),
                  source.tracks().size(),
                  source.otherLabels().values().stream().mapToInt(n -> n).sum(),
                  source.errors().size()));
    }
    long start = System.nanoTime();
    ModelCard card =
        ModelCard.single(
            experiment.about(),
            experiment.labels(),
            input,
            trainer.scores(),
            Training.of(experiment.seed(), dataUse(sources)));
    TagOptions tags = experiment.tags();
    Chosen choice = chosen(card, plans, tracks);
    ModelTrainer.Trained chosen = choice.model();
    List<Scored> validation = choice.validation();
    if (tags != null) {
      card = TagScores.calibrated(card, tags, validation, experiment.calibrate());
    } else if (experiment.calibrate() && !validation.isEmpty()) {
      Temperature temperature = Temperature.fit(validation, false);
      card = card.withScores(card.scores().withTemperature(temperature.value()));
      validation.replaceAll(track -> track.withScores(temperature.of(track.scores())));
    }
    if (tags == null) {
      card =
          card.withScores(
              CertaintyFit.fitted(card.scores(), validation, experiment.certainty(), listener));
    }
    if (experiment.fit() == Fit.TRAIN_AND_VALIDATION) {
      listener.said("training again on training and validation parts");
      chosen = trainer.train("final", tracks, experiment.fit().parts());
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    write(card, chosen);
    List<Scored> scored = new ArrayList<>(validation);
    scored.addAll(score(folder.model(), summary, tracks, Part.TEST));
    ScoreTable.write(folder.scores(), experiment.labels(), scored);
    Map<String, Object> facts = new LinkedHashMap<>(facts(sources));
    if (tags != null) {
      Measurement.OfTags measured = Measurement.ofTags(experiment.labels(), card.scores(), scored);
      List<Metric> metrics = new ArrayList<>(measured.metrics());
      if (tags.threshold() != null) {
        metrics.addAll(Measurement.ofDecisions(experiment.labels(), card.scores(), scored));
      }
      facts.put("tagsWithoutArea", measured.withoutArea());
      measured.sayWithoutArea(listener);
      facts.put("metrics", metrics);
      write(card.withMeasured(metrics, List.of()), chosen);
    } else {
      Measurement.OfLabels measured =
          Measurement.of(
              experiment.labels(), card.scores(), scored, experiment.outOfFold() != null);
      facts.putAll(measured.facts());
      write(card.withMeasured(measured.metrics(), measured.confusions()), chosen);
    }
    chosen.extra().write(folder.path());
    facts.putAll(chosen.facts());
    facts.put("loadingSeconds", (start - loading) / 1e9);
    facts.put("trainingSeconds", seconds);
    return facts;
  }

  /**
   * The model of the choice, and what such models say of tracks that they have not learned from.
   */
  private record Chosen(ModelTrainer.Trained model, List<Scored> validation) {}

  private Chosen chosen(ModelCard card, List<SourcePlan> plans, List<LabelledTrack> tracks)
      throws ExperimentException, IOException {
    FoldOptions options = experiment.outOfFold();
    if (options == null) {
      ModelTrainer.Trained model = trainer.train("choice", tracks, List.of(Part.TRAIN));
      write(card, model);
      return new Chosen(model, score(folder.model(), summary, tracks, Part.VALIDATION));
    }
    TrackFolds folds = TrackFolds.of(plans, experiment.labels(), options, false);
    List<Scored> validation = new ArrayList<>();
    ModelTrainer.Trained model = null;
    for (int fold = 0; fold < options.count(); fold++) {
      listener.said("fold %d of %d".formatted(fold + 1, options.count()));
      List<LabelledTrack> dealt = folds.dealt(tracks, fold);
      model = trainer.train("fold-" + (fold + 1), dealt, List.of(Part.TRAIN));
      write(card, model);
      validation.addAll(score(folder.model(), summary, dealt, Part.VALIDATION));
    }
    return new Chosen(Objects.requireNonNull(model), validation);
  }

  private void write(ModelCard card, ModelTrainer.Trained model) throws IOException {
    BundleWriter.write(folder.model(), card, model.onnx().bytes());
  }

  /** Scores as the written bundle gives them. */
  static List<Scored> score(Path model, Summary summary, List<LabelledTrack> tracks, Part part)
      throws IOException {
    List<Scored> scored = new ArrayList<>();
    try (Classifier classifier = Classifiers.load(Bundle.read(model))) {
      for (LabelledTrack track : tracks) {
        if (track.part() == part) {
          List<Double> scores = classifier.scores(summary.of(track.features().load()));
          scored.add(
              new Scored(track.dataset(), track.id(), track.group(), part, track.answer(), scores));
        }
      }
    }
    return scored;
  }

  private static List<DataUse> dataUse(List<Source> sources) {
    return sources.stream()
        .map(
            source -> {
              Map<String, Integer> counts = new TreeMap<>();
              source.tracks().forEach(t -> counts.merge(t.part().title(), 1, Integer::sum));
              return new DataUse(
                  source.options().dataset(),
                  source.split().origin() + (source.split().leaky() ? " (leaky)" : ""),
                  source.split().hash(),
                  counts);
            })
        .toList();
  }

  private static Map<String, Object> facts(List<Source> sources) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("data", dataUse(sources));
    facts.put("otherLabels", sources.stream().map(Source::otherLabels).toList());
    facts.put("errors", sources.stream().flatMap(source -> source.errors().stream()).toList());
    return facts;
  }
}
