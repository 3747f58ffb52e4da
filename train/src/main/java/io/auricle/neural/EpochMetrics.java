package io.auricle.neural;

/**
 * One epoch in figures.
 *
 * @param epoch counted from 1
 * @param loss mean training loss a batch, augmentation and smoothing included
 * @param accuracy share of training segments that were right, before each step, with dropout
 * @param validationLoss mean cross-entropy a clip
 * @param validationAccuracy share of clips that are right by the mean of their segments
 * @param learningRate at the end of the epoch
 * @param seconds wall time, validation included
 * @param best whether no epoch before had a higher validation accuracy (of equals, a lower loss)
 */
public record EpochMetrics(
    int epoch,
    double loss,
    double accuracy,
    double validationLoss,
    double validationAccuracy,
    double learningRate,
    double seconds,
    boolean best) {}
