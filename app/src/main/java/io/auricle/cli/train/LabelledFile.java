package io.auricle.cli.train;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A file with the label that it is to be taught under.
 *
 * @param artist as far as known before the file is opened
 * @param album its name, or the folder that stands for it; nothing if there is none
 */
record LabelledFile(Path path, String label, @Nullable String artist, @Nullable String album) {}
