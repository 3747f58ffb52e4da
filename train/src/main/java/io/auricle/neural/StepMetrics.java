package io.auricle.neural;

/**
 * How far an epoch is.
 *
 * @param epoch counted from 1
 * @param step that ended, counted from 1
 * @param steps of the epoch
 * @param loss mean so far
 * @param accuracy share of segments that were right so far
 * @param segmentsPerSecond since the epoch began
 */
public record StepMetrics(
    int epoch, int step, int steps, double loss, double accuracy, double segmentsPerSecond) {}
