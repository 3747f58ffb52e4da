/** Minima of smooth functions. */
@NullMarked
package io.auricle.classic.minimum;

import org.jspecify.annotations.NullMarked;
