package io.auricle.tune;

/**
 * What one training of a trial gave.
 *
 * @param fold counted from 1
 * @param epochs that a network was allowed; 0 for a classical model
 * @param score by the metric of the search
 * @param seconds it took
 */
public record FoldScore(int fold, int epochs, double score, double seconds) {}
