package io.auricle.library.sound;

/**
 * The key that a song seems to be in.
 *
 * @param certainty how likely it is among all keys, in [0, 1]
 */
public record SongKey(MusicKey key, double certainty) {}
