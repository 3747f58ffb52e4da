package io.auricle.library.sound;

import java.util.Optional;

/**
 * What was measured of a song.
 *
 * @param tempo nothing where no beat can be told
 * @param key nothing where there is no pitch
 */
public record SoundFacts(Optional<SongTempo> tempo, Optional<SongKey> key, SoundMarks marks) {}
