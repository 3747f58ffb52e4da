/**
 * Reports of evaluations and explorations as single HTML files. May import {@code explore}, {@code
 * plot} and {@code audio} packages.
 */
@NullMarked
package io.auricle.report;

import org.jspecify.annotations.NullMarked;
