/** The weights of layers: their shapes, and the laws by which they are drawn. */
@NullMarked
package io.auricle.network.weight;

import org.jspecify.annotations.NullMarked;
