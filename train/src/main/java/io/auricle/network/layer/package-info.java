/**
 * The closed set of layers a network is made of: what each does to a shape, which weights it owns,
 * and how a visitor builds it. Knows no engine and no file format; imports nothing of the project.
 *
 * <p>Shapes leave out the batch: an image is {@code [channels, bands, frames]}, a sequence {@code
 * [channels, frames]}, a vector {@code [features]}.
 */
@NullMarked
package io.auricle.network.layer;

import org.jspecify.annotations.NullMarked;
