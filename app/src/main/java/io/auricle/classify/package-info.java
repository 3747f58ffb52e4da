/**
 * What became of classified files, and its JSON: what the command line and the web share. May
 * import {@code predict} and {@code audio}.
 */
@NullMarked
package io.auricle.classify;

import org.jspecify.annotations.NullMarked;
