package io.auricle.dataset;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with one track.
 *
 * @param fault the kind
 * @param name the track id, or the file's name where there is no track
 * @param path the file, or null if there is none
 * @param note the reason in words
 */
public record Finding(Fault fault, String name, @Nullable Path path, String note) {}
