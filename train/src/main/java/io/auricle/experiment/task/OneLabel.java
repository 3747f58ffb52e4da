package io.auricle.experiment.task;

import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.ScoreOptions.Output;
import io.auricle.bundle.Training.Confusion;
import io.auricle.bundle.Training.Metric;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TrainingSet;
import io.auricle.eval.Judged;
import io.auricle.eval.metric.ConfusionMatrix;
import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.scored.Estimates;
import io.auricle.label.Label;
import io.auricle.network.NetworkSpec;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * One of several labels is true of a track.
 *
 * @param labels at least two
 * @param certainty share of the answers that should be right where the model says that it is sure,
 *     in (0, 1]. The score from which on it says so is chosen on the validation part, after the
 *     temperature
 */
public record OneLabel(List<String> labels, double certainty) implements Task {
  /** The usual certainty. */
  public static final double CERTAINTY = 0.75;

  private static final List<io.auricle.eval.metric.Metric> REPORTED =
      List.of(
          io.auricle.eval.metric.Metric.ACCURACY,
          io.auricle.eval.metric.Metric.F1_MACRO,
          io.auricle.eval.metric.Metric.ROC_AUC_MACRO,
          io.auricle.eval.metric.Metric.LOG_LOSS,
          io.auricle.eval.metric.Metric.CALIBRATION_ERROR,
          io.auricle.eval.metric.Metric.COVERAGE,
          io.auricle.eval.metric.Metric.SURE_ACCURACY);

  /** Stands where a data set's name does, for all data sets together. */
  private static final String TOGETHER = "all";

  private static final String OUT_OF_FOLD = "out of fold";

  public OneLabel {
    labels = List.copyOf(labels);
    if (labels.size() < 2) {
      throw new IllegalArgumentException("labels=" + labels + " must be at least two");
    }
    Task.requireDifferent(labels);
    if (!(certainty > 0 && certainty <= 1)) {
      throw new IllegalArgumentException("certainty=" + certainty + " must be in (0, 1]");
    }
  }

  @Override
  public OneLabel withLabels(List<String> others) {
    return new OneLabel(others, certainty);
  }

  @Override
  public Object decidedByData() {
    return labels;
  }

  @Override
  public void requireJoint(Combination combination) {
    // Any does.
  }

  @Override
  public void requireBalance(double balance) {
    // Any does.
  }

  @Override
  public ScoreOptions plain() {
    return ScoreOptions.PLAIN;
  }

  @Override
  public ScoreOptions scores(NetworkSpec network) {
    return new ScoreOptions(
        switch (network.output()) {
          case SOFTMAX -> Output.PROBABILITIES;
          case SIGMOID -> Output.SIGMOIDS;
          case LINEAR -> Output.LOGITS;
        },
        1);
  }

  @Override
  public List<Integer> times(List<Answer> tracks, long seed) {
    return Collections.nCopies(tracks.size(), 1);
  }

  @Override
  public List<Double> positiveWeights(List<Answer> tracks) {
    return List.of();
  }

  @Override
  public ClassicModel train(ClassicOptions options, List<Example> examples, long seed) {
    List<TrainingSet.Vector> vectors =
        examples.stream()
            .map(e -> new TrainingSet.Vector(e.group(), e.answer().label(), e.vector()))
            .toList();
    return options.train(new TrainingSet(labels, vectors), seed);
  }

  @Override
  public double logLoss(Answer answer, List<Double> scores) {
    return -Math.log(Math.max(scores.get(answer.label()), Temperature.TINY));
  }

  @Override
  public ScoreOptions decided(ScoreOptions scores, List<Scored> tracks, Consumer<String> said) {
    return CertaintyFit.fitted(scores, tracks, certainty, said);
  }

  @Override
  public Judged judged(ScoreOptions scores, List<Scored> tracks) {
    return Judged.of(estimates(labels, tracks), scores.sureFrom());
  }

  private static Estimates estimates(List<String> labels, List<Scored> tracks) {
    List<Label> classes = labels.stream().map(Label::new).toList();
    Estimates.Builder estimates = Estimates.builder(classes);
    for (Scored track : tracks) {
      estimates.add(track.id(), track.group(), classes.get(track.label()), track.values());
    }
    return estimates.build();
  }

  /**
   * What stands as validation part of folds is measured together with the test part as well, for no
   * model had learned from what it scored.
   */
  @Override
  public Measured measured(
      ScoreOptions scores, List<Scored> tracks, boolean folds, Consumer<String> said) {
    List<Scored> all = new ArrayList<>(tracks);
    Set<String> datasets = new LinkedHashSet<>();
    tracks.stream().map(Scored::dataset).sorted().forEach(datasets::add);
    if (datasets.size() > 1) {
      tracks.forEach(track -> all.add(track.of(TOGETHER)));
      datasets.add(TOGETHER);
    }
    List<Metric> metrics = new ArrayList<>();
    List<Confusion> confusions = new ArrayList<>();
    for (String dataset : datasets) {
      List<Scored> own = all.stream().filter(track -> track.dataset().equals(dataset)).toList();
      for (Part part : Part.values()) {
        String title = folds && part == Part.VALIDATION ? OUT_OF_FOLD : part.title();
        List<Scored> of = own.stream().filter(track -> track.part() == part).toList();
        measure(scores, of, title, metrics, confusions);
      }
      if (own.stream().map(Scored::part).distinct().count() > 1 && folds) {
        measure(scores, own, OUT_OF_FOLD + " and test", metrics, confusions);
      }
    }
    return new Measured(metrics, confusions, Map.of("metrics", metrics, "confusions", confusions));
  }

  /** With a score of 1 for what a track is taken for and 0 for the rest. */
  private static Scored decided(Scored track) {
    double highest = Collections.max(track.scores());
    List<Double> decisions = new ArrayList<>(Collections.nCopies(track.scores().size(), 0.0));
    decisions.set(track.scores().indexOf(highest), 1.0);
    return track.withScores(decisions);
  }

  /** The figures of tracks of one data set; none without tracks. */
  private void measure(
      ScoreOptions scores,
      List<Scored> tracks,
      String part,
      List<Metric> metrics,
      List<Confusion> confusions) {
    if (tracks.isEmpty()) {
      return;
    }
    String dataset = tracks.get(0).dataset();
    Evaluation evaluation = judged(scores, tracks).evaluate(EvaluationOptions.defaults());
    for (io.auricle.eval.metric.Metric metric : REPORTED) {
      Measured.add(metrics, metric.title(), dataset, part, evaluation.figure(metric));
    }
    List<Scored> decided = tracks.stream().map(OneLabel::decided).toList();
    Measured.add(
        metrics,
        "ROC-AUC of decisions, macro",
        dataset,
        part,
        judged(scores, decided)
            .evaluate(EvaluationOptions.defaults())
            .figure(io.auricle.eval.metric.Metric.ROC_AUC_MACRO));
    ConfusionMatrix confusion = evaluation.confusion();
    if (confusion != null) {
      confusions.add(new Confusion(dataset, part, confusion.rows()));
    }
    if (MoodAxis.isOf(labels)) {
      for (MoodAxis axis : MoodAxis.values()) {
        Estimates sides = estimates(MoodAxis.SIDES, tracks.stream().map(axis::of).toList());
        Measured.add(
            metrics,
            axis.title() + " accuracy",
            dataset,
            part,
            Evaluation.of(sides, EvaluationOptions.defaults())
                .figure(io.auricle.eval.metric.Metric.ACCURACY));
      }
    }
  }
}
