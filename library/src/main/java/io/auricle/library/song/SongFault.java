package io.auricle.library.song;

/**
 * Why a file could not be heard.
 *
 * @param code one of {@link io.auricle.audio.ErrorCode}
 */
public record SongFault(String code, String message) {}
