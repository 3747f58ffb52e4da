/**
 * Pictures of sounds and of points in a plane, as PNG and SVG. May import {@code core} packages
 * only.
 */
@NullMarked
package io.auricle.plot;

import org.jspecify.annotations.NullMarked;
