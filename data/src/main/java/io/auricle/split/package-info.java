/** Splits over tracks, made and read as files. May import {@code dataset} and {@code label}. */
@NullMarked
package io.auricle.split;

import org.jspecify.annotations.NullMarked;
