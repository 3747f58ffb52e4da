package io.auricle.neural;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One epoch in figures.
 *
 * @param epoch counted from 1
 * @param loss mean training loss a batch, augmentation and smoothing included
 * @param accuracy share of training segments that were right, before each step, with dropout
 * @param validationLoss mean loss a clip, of the mean scores of its segments, the weighted sum over
 *     the heads as in training
 * @param validationAccuracy share of clips that are right by the mean of their segments; of tags,
 *     the share that is on the right side of 0.5; 0 without labels
 * @param validationAuc area under the ROC curve, the mean over the classes; 0.5 without labels
 * @param learningRate at the end of the epoch, that of the common optimiser
 * @param seconds wall time, validation included
 * @param best whether no epoch before was better by the criterion (of equals, a lower loss)
 * @param headErrors of heads that learn from teachers, by name; empty of others
 */
public record EpochMetrics(
    int epoch,
    double loss,
    double accuracy,
    double validationLoss,
    double validationAccuracy,
    double validationAuc,
    double learningRate,
    double seconds,
    boolean best,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Double> headErrors) {
  public EpochMetrics {
    headErrors = headErrors == null ? Map.of() : new LinkedHashMap<>(headErrors);
  }
}
