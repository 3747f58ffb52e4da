package io.auricle.cli;

/**
 * How much of a prediction is written.
 *
 * @param top number of labels, best first
 * @param segments whether the segments are written, too
 */
record ClassificationView(int top, boolean segments) {}
