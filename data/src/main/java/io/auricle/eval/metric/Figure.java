package io.auricle.eval.metric;

/**
 * A figure with its bootstrap interval.
 *
 * @param value on all items
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record Figure(double value, double low, double high) {}
