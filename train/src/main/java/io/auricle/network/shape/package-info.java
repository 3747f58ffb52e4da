/**
 * Shapes of tensors, how windows slide over them, and what is said of a layer that does not fit.
 */
@NullMarked
package io.auricle.network.shape;

import org.jspecify.annotations.NullMarked;
