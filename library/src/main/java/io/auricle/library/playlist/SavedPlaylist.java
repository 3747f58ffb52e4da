package io.auricle.library.playlist;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A playlist that a library writes again after each scan.
 *
 * @param query which songs
 * @param output its file, absolute
 * @param absolute whether it names songs by whole paths
 * @param near a song to begin with and to stay near to; nothing for the order of the query
 * @param seconds how long at least, of one that stays near
 */
public record SavedPlaylist(
    String name,
    String query,
    Path output,
    boolean absolute,
    @Nullable Path near,
    @Nullable Double seconds) {}
