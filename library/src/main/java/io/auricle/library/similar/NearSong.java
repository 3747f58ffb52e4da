package io.auricle.library.similar;

/**
 * A song near to another.
 *
 * @param id within the library
 * @param cosine of the angle between both, 1 for the same
 */
public record NearSong(long id, double cosine) {}
