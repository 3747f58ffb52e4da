package io.auricle.library.scan;

import org.jspecify.annotations.Nullable;

/** What a library knows of a file when a scan begins. */
record KnownFile(
    long id,
    String path,
    long bytes,
    long modified,
    @Nullable String sound,
    String models,
    @Nullable String fault,
    boolean removed) {
  boolean isOf(FoundFile file) {
    return bytes == file.bytes() && modified == file.modifiedMillis();
  }
}
