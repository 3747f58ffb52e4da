package io.auricle.eval.metric;

/**
 * Items of similar confidence: a bar of the reliability diagram.
 *
 * @param low confidences are above this
 * @param high and up to this
 * @param count number of items, at least 1
 * @param meanConfidence of the items
 * @param accuracy of the items
 */
public record ReliabilityBin(
    double low, double high, int count, double meanConfidence, double accuracy) {}
