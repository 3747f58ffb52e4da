/**
 * From audio files to tables and arrays of features: any length in bounded memory, results in the
 * order of the files, interrupted work that goes on. May import {@code audio} and {@code model}
 * packages only.
 */
@NullMarked
package io.auricle.extract;

import org.jspecify.annotations.NullMarked;
