package io.auricle.experiment.score;

import io.auricle.bundle.ModelCard;
import io.auricle.bundle.ScoreOptions;
import io.auricle.eval.TagEstimates;
import io.auricle.eval.Thresholds;
import io.auricle.experiment.TagOptions;
import io.auricle.label.Label;
import io.auricle.split.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What a run's model of tags says of the tracks of one part of a data set.
 *
 * @param dataset name of the data set
 * @param part validation or test
 * @param estimates an item a track
 */
public record TagScores(String dataset, Part part, TagEstimates estimates) {
  /** Groups scores by data set and part; what has no track is left out. */
  static List<TagScores> of(List<String> tags, List<Scored> tracks) {
    return ScoredPart.of(tracks).stream()
        .map(own -> new TagScores(own.dataset(), own.part(), estimates(tags, own.tracks())))
        .toList();
  }

  /** All tracks together. */
  public static TagEstimates estimates(List<String> tags, List<Scored> tracks) {
    List<Label> labels = tags.stream().map(Label::new).toList();
    TagEstimates.Builder estimates = TagEstimates.builder(labels);
    for (Scored track : tracks) {
      double[] scores = track.scores().stream().mapToDouble(score -> score).toArray();
      List<Label> given = track.answer().indices().stream().map(labels::get).toList();
      estimates.add(track.dataset() + ":" + track.id(), track.group(), given, scores);
    }
    return estimates.build();
  }

  /** From which score on a card's model gives each tag. */
  static Thresholds thresholds(List<String> tags, ScoreOptions scores) {
    List<Double> values = new ArrayList<>();
    for (int tag = 0; tag < tags.size(); tag++) {
      values.add(scores.threshold(tag));
    }
    return Thresholds.of(tags.stream().map(Label::new).toList(), values);
  }

  /**
   * The card with the temperature and the thresholds that suit its tags best on validation tracks;
   * the scores of these are changed with it.
   */
  public static ModelCard calibrated(
      ModelCard card, TagOptions options, List<Scored> validation, boolean temper) {
    ScoreOptions scores = card.scores();
    if (temper) {
      Temperature temperature = Temperature.fit(validation, true);
      scores = scores.withTemperature(temperature.value());
      validation.replaceAll(track -> track.withScores(temperature.of(track.scores())));
    }
    return card.withScores(withThresholds(scores, options, card.labels(), validation));
  }

  /**
   * Scores with the threshold of the options, or those of the highest F1 on validation tracks;
   * without such tracks they stay as they are.
   */
  public static ScoreOptions withThresholds(
      ScoreOptions scores, TagOptions options, List<String> tags, List<Scored> validation) {
    Double fixed = options.threshold();
    if (fixed != null) {
      return scores.withThresholds(Collections.nCopies(tags.size(), fixed));
    }
    return validation.isEmpty()
        ? scores
        : scores.withThresholds(
            Thresholds.bestF1(estimates(tags, validation)).values().stream()
                .map(TagScores::rounded)
                .toList());
  }

  private static double rounded(double threshold) {
    return Math.round(threshold * 10_000) / 10_000.0;
  }
}
