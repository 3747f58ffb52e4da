/** A network in PyTorch: its engine, its weights, and the pass through its layers. */
@NullMarked
package io.auricle.neural.torch;

import org.jspecify.annotations.NullMarked;
