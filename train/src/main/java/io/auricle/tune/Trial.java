package io.auricle.tune;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One candidate and what is known of it: a line of {@code trials.jsonl}.
 *
 * @param number counted from 1
 * @param settings as drawn
 * @param status how far it is
 * @param reason why it was given up or failed
 * @param folds what was trained, in order
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({"number", "status", "reason", "mean", "deviation", "seconds", "settings"})
@JsonIgnoreProperties(
    value = {"mean", "deviation", "seconds"},
    allowGetters = true)
public record Trial(
    int number,
    Map<String, Object> settings,
    Status status,
    @Nullable String reason,
    List<FoldScore> folds) {
  /** How far a trial is. */
  public enum Status {
    /** There is something left to do. */
    OPEN,
    /** Scored on all folds with the whole budget. */
    DONE,
    /** Given up as hopeless. */
    STOPPED,
    /** Could not be trained. */
    FAILED
  }

  public Trial {
    settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    folds = List.copyOf(folds);
  }

  Trial with(FoldScore score) {
    List<FoldScore> more = new ArrayList<>(folds);
    more.add(score);
    return new Trial(number, settings, status, reason, more);
  }

  Trial with(Status other, @Nullable String why) {
    return new Trial(number, settings, other, why, folds);
  }

  /** The scores with the most epochs that were allowed, one a fold. */
  public List<FoldScore> best() {
    int most = epochs();
    return folds.stream().filter(score -> score.epochs() == most).toList();
  }

  /** The most epochs that were allowed; 0 for a classical model or without scores. */
  public int epochs() {
    return folds.stream().mapToInt(FoldScore::epochs).max().orElse(0);
  }

  /** Mean over the folds of {@link #best}; null without any. */
  @JsonProperty
  public @Nullable Double mean() {
    return folds.isEmpty() ? null : mean(best());
  }

  /** Mean of some scores; NaN without any. */
  public static double mean(List<FoldScore> scores) {
    return scores.stream().mapToDouble(FoldScore::score).average().orElse(Double.NaN);
  }

  /** Standard deviation of the sample over these folds, with n - 1; null for fewer than two. */
  @JsonProperty
  public @Nullable Double deviation() {
    List<FoldScore> scores = best();
    if (scores.size() < 2) {
      return null;
    }
    double mean = mean(scores);
    double squares =
        scores.stream().mapToDouble(s -> (s.score() - mean) * (s.score() - mean)).sum();
    return Math.sqrt(squares / (scores.size() - 1));
  }

  /** Of all its trainings. */
  @JsonProperty
  public double seconds() {
    return folds.stream().mapToDouble(FoldScore::seconds).sum();
  }
}
