package io.auricle.bundle;

import io.auricle.bundle.Ensemble.Combination;
import io.auricle.bundle.Training.Confusion;
import io.auricle.bundle.Training.Metric;
import java.util.HashSet;
import java.util.List;

/**
 * Everything that has to be known to use a model and to trust it: {@code card.json} of a bundle.
 *
 * @param formatVersion of the card, {@link #FORMAT_VERSION} for cards made now
 * @param createdBy program and version
 * @param about for people
 * @param labels the classes, in the order of the model's output
 * @param kind one model, or several
 * @param scores the way from the model's output to scores
 * @param training origin and figures
 */
public record ModelCard(
    int formatVersion,
    String createdBy,
    About about,
    List<String> labels,
    ModelKind kind,
    ScoreOptions scores,
    Training training) {
  /** The newest format that this program reads. */
  public static final int FORMAT_VERSION = 1;

  public ModelCard {
    if (formatVersion < 1 || formatVersion > FORMAT_VERSION) {
      throw new IllegalArgumentException(
          "formatVersion=%d must be in [1, %d]; a newer Auricle reads newer cards"
              .formatted(formatVersion, FORMAT_VERSION));
    }
    Checks.present(createdBy, "createdBy");
    Checks.present(about, "about");
    Checks.filled(labels, "labels");
    labels = List.copyOf(labels);
    if (new HashSet<>(labels).size() < labels.size()) {
      throw new IllegalArgumentException("labels=" + labels + " must be different");
    }
    Checks.present(scores, "scores");
    int thresholds = scores.thresholds().size();
    if (thresholds > 0 && thresholds != labels.size()) {
      throw new IllegalArgumentException(
          "thresholds=%s must be %d, as many as the labels"
              .formatted(scores.thresholds(), labels.size()));
    }
    if (kind instanceof Ensemble together
        && together.combination() == Combination.VOTE
        && scores.tags()) {
      throw new IllegalArgumentException(
          "combination=vote must be mean for tags, of which none or several may be true");
    }
    Checks.present(training, "training");
    requireConfusions(training, labels, scores.tags());
  }

  private static void requireConfusions(Training training, List<String> labels, boolean tags) {
    for (Confusion confusion : training.confusions()) {
      if (tags) {
        throw new IllegalArgumentException(
            "training.confusions must be left out for tags, of which none or several may be true");
      }
      if (confusion.counts().size() != labels.size()) {
        throw new IllegalArgumentException(
            "training.confusions: counts=%s of %s, %s must be %d rows and columns, as many as the labels"
                .formatted(
                    confusion.counts(), confusion.dataset(), confusion.split(), labels.size()));
      }
    }
  }

  /** The card of a single model. */
  public static ModelCard single(
      About about,
      List<String> labels,
      InputOptions input,
      ScoreOptions scores,
      Training training) {
    return new ModelCard(
        FORMAT_VERSION,
        Version.program(),
        about,
        labels,
        new SingleModel(input, null),
        scores,
        training);
  }

  /** The card of an ensemble. */
  public static ModelCard ensemble(
      About about, List<String> labels, Ensemble ensemble, ScoreOptions scores, Training training) {
    return new ModelCard(
        FORMAT_VERSION, Version.program(), about, labels, ensemble, scores, training);
  }

  /** The same with other scores, for instance after calibration. */
  public ModelCard withScores(ScoreOptions other) {
    return new ModelCard(formatVersion, createdBy, about, labels, kind, other, training);
  }

  /** The same by another name. */
  public ModelCard named(String name) {
    return new ModelCard(
        formatVersion, createdBy, about.named(name), labels, kind, scores, training);
  }

  /** The same of another kind. */
  public ModelCard withKind(ModelKind other) {
    return new ModelCard(formatVersion, createdBy, about, labels, other, scores, training);
  }

  /** The same with these figures in place of its own. */
  public ModelCard withMeasured(List<Metric> metrics, List<Confusion> confusions) {
    return new ModelCard(
        formatVersion,
        createdBy,
        about,
        labels,
        kind,
        scores,
        training.withMeasured(metrics, confusions));
  }
}
