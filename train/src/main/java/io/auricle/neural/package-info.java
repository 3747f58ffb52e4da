/** Building and training networks with DJL; the only package that sees {@code ai.djl}. */
@NullMarked
package io.auricle.neural;

import org.jspecify.annotations.NullMarked;
