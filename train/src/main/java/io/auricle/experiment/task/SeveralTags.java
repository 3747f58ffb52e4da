package io.auricle.experiment.task;

import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.ScoreOptions;
import io.auricle.bundle.Training.Metric;
import io.auricle.classic.ClassicOptions;
import io.auricle.classic.model.ClassicModel;
import io.auricle.classic.model.TagSet;
import io.auricle.eval.Judged;
import io.auricle.eval.metric.Evaluation;
import io.auricle.eval.metric.EvaluationOptions;
import io.auricle.eval.scored.TagEstimates;
import io.auricle.eval.scored.Thresholds;
import io.auricle.label.Label;
import io.auricle.network.NetworkSpec;
import io.auricle.network.Output;
import io.auricle.tag.PositiveWeights;
import io.auricle.tag.TagSampling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A track has any number of tags, each of which is true or not by itself.
 *
 * @param labels those that are learned; all that the data have if empty
 * @param options how they are learned
 */
public record SeveralTags(List<String> labels, TagOptions options) implements Task {
  private static final List<io.auricle.eval.metric.Metric> REPORTED =
      List.of(
          io.auricle.eval.metric.Metric.ROC_AUC_MACRO,
          io.auricle.eval.metric.Metric.PR_AUC_MACRO,
          io.auricle.eval.metric.Metric.ROC_AUC_SAMPLES,
          io.auricle.eval.metric.Metric.PR_AUC_SAMPLES,
          io.auricle.eval.metric.Metric.F1_MACRO,
          io.auricle.eval.metric.Metric.LOG_LOSS,
          io.auricle.eval.metric.Metric.CALIBRATION_ERROR);

  public SeveralTags {
    labels = List.copyOf(labels);
    Task.requireDifferent(labels);
  }

  @Override
  public SeveralTags withLabels(List<String> others) {
    return new SeveralTags(others, options);
  }

  @Override
  public Object decidedByData() {
    return List.of(labels, Objects.requireNonNullElse(options.cleanUp(), ""), options.learn());
  }

  @Override
  public void requireJoint(Combination combination) {
    if (combination == Combination.VOTE) {
      throw new IllegalArgumentException("combination=vote must be mean for tags");
    }
    if (labels.isEmpty()) {
      throw new IllegalArgumentException("labels are missing; take those of the members");
    }
  }

  @Override
  public void requireBalance(double balance) {
    if (balance > 0) {
      throw new IllegalArgumentException(
          "balance=%s must be 0 for tags; tags has sampling".formatted(balance));
    }
  }

  @Override
  public ScoreOptions plain() {
    return new ScoreOptions(ScoreOptions.Output.TAGS, 1);
  }

  @Override
  public ScoreOptions scores(NetworkSpec network) {
    if (network.output() != Output.SIGMOID) {
      throw new IllegalArgumentException(
          "output=%s of network %s must be sigmoid for tags"
              .formatted(network.output().word(), network.name()));
    }
    return plain();
  }

  @Override
  public List<Integer> times(List<Answer> tracks, long seed) {
    TagSampling sampling = options.sampling();
    if (sampling == null) {
      return Collections.nCopies(tracks.size(), 1);
    }
    List<Set<Integer>> given =
        tracks.stream().<Set<Integer>>map(answer -> new HashSet<>(answer.indices())).toList();
    return sampling.times(given, labels.size(), seed);
  }

  @Override
  public List<Double> positiveWeights(List<Answer> tracks) {
    if (options.positiveWeight() == 0) {
      return List.of();
    }
    List<Integer> counts = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      int tag = i;
      counts.add((int) tracks.stream().filter(answer -> answer.has(tag)).count());
    }
    return PositiveWeights.of(counts, tracks.size(), options.positiveWeight());
  }

  @Override
  public ClassicModel train(ClassicOptions classic, List<Example> examples, long seed) {
    List<TagSet.Vector> vectors =
        examples.stream()
            .map(
                e ->
                    new TagSet.Vector(
                        e.group(), e.answer().targets(), e.answer().given(), e.vector()))
            .toList();
    return classic.train(new TagSet(labels, vectors), seed);
  }

  /** The mean over the tags. */
  @Override
  public double logLoss(Answer answer, List<Double> scores) {
    double loss = 0;
    for (int tag = 0; tag < scores.size(); tag++) {
      double score = answer.has(tag) ? scores.get(tag) : 1 - scores.get(tag);
      loss -= Math.log(Math.max(score, Temperature.TINY)) / scores.size();
    }
    return loss;
  }

  /**
   * The threshold of the options, or those of the highest F1 on validation tracks; without such
   * tracks they stay as they are.
   */
  @Override
  public ScoreOptions decided(ScoreOptions scores, List<Scored> tracks, Consumer<String> said) {
    Double fixed = options.threshold();
    if (fixed != null) {
      return scores.withThresholds(Collections.nCopies(labels.size(), fixed));
    }
    return tracks.isEmpty()
        ? scores
        : scores.withThresholds(
            Thresholds.bestF1(estimates(tracks)).values().stream().map(Measured::rounded).toList());
  }

  @Override
  public Judged judged(ScoreOptions scores, List<Scored> tracks) {
    return Judged.of(estimates(tracks), thresholds(scores));
  }

  private TagEstimates estimates(List<Scored> tracks) {
    List<Label> tags = tags();
    TagEstimates.Builder estimates = TagEstimates.builder(tags);
    for (Scored track : tracks) {
      List<Label> given = track.answer().indices().stream().map(tags::get).toList();
      estimates.add(track.dataset() + ":" + track.id(), track.group(), given, track.values());
    }
    return estimates.build();
  }

  private Thresholds thresholds(ScoreOptions scores) {
    List<Double> values = new ArrayList<>();
    for (int tag = 0; tag < labels.size(); tag++) {
      values.add(scores.threshold(tag));
    }
    return Thresholds.of(tags(), values);
  }

  private List<Label> tags() {
    return labels.stream().map(Label::new).toList();
  }

  /**
   * Tags that no track of a part has, or every one, are in no mean of areas; the facts name them.
   */
  @Override
  public Measured measured(
      ScoreOptions scores, List<Scored> tracks, boolean folds, Consumer<String> said) {
    List<Metric> metrics = new ArrayList<>();
    Map<String, List<String>> withoutArea = new LinkedHashMap<>();
    for (ScoredPart part : ScoredPart.of(tracks)) {
      String title = part.part().title();
      Evaluation evaluation = judged(scores, part.tracks()).evaluate(EvaluationOptions.defaults());
      for (io.auricle.eval.metric.Metric metric : REPORTED) {
        Measured.add(metrics, metric.title(), part.dataset(), title, evaluation.figure(metric));
      }
      List<String> without = evaluation.classesWithoutRoc().stream().map(Label::name).toList();
      withoutArea.put(part.dataset() + " " + title, without);
      if (!without.isEmpty()) {
        said.accept(
            "%s %s: in no mean of areas, being on none or all of the tracks: %s"
                .formatted(part.dataset(), title, String.join(", ", without)));
      }
    }
    if (options.threshold() != null) {
      addDecisions(metrics, scores, tracks);
    }
    return new Measured(
        metrics, List.of(), Map.of("metrics", metrics, "tagsWithoutArea", withoutArea));
  }

  /**
   * The area of each track's decisions, as the study by Chin measures: tags that are given score 1,
   * all others 0. It depends on the thresholds, the areas of scores do not.
   */
  private void addDecisions(List<Metric> metrics, ScoreOptions scores, List<Scored> tracks) {
    Thresholds thresholds = thresholds(scores);
    List<Scored> decided =
        tracks.stream().map(track -> track.withScores(decisions(track, thresholds))).toList();
    for (ScoredPart part : ScoredPart.of(decided)) {
      Measured.add(
          metrics,
          "ROC-AUC of decisions, samples",
          part.dataset(),
          part.part().title(),
          judged(scores, part.tracks())
              .evaluate(EvaluationOptions.defaults())
              .figure(io.auricle.eval.metric.Metric.ROC_AUC_SAMPLES));
    }
  }

  private static List<Double> decisions(Scored track, Thresholds thresholds) {
    List<Double> decisions = new ArrayList<>();
    for (int tag = 0; tag < track.scores().size(); tag++) {
      decisions.add(thresholds.isGiven(tag, track.scores().get(tag)) ? 1.0 : 0.0);
    }
    return decisions;
  }
}
