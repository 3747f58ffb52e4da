/**
 * What a model computes inside, as points to look at: a layer's values of tracks, segments or rows
 * of a table. How points are looked at is not known here.
 */
@NullMarked
package io.auricle.activation;

import org.jspecify.annotations.NullMarked;
