package io.auricle.library.song;

/**
 * What a model says of a song.
 *
 * @param label the best one
 * @param score of it, in [0, 1]
 * @param sure whether that is an answer; of tags, whether the label is given
 */
public record Verdict(String label, double score, boolean sure) {}
