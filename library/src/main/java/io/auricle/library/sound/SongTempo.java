package io.auricle.library.sound;

/**
 * How fast a song seems to be.
 *
 * @param bpm beats a minute
 * @param certainty how likely it is that a listener would tap so, in [0, 1]
 */
public record SongTempo(double bpm, double certainty) {}
