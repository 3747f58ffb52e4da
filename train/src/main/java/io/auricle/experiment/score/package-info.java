/**
 * What a model says of an experiment's tracks, what it was right in, and how far its scores can be
 * trusted.
 */
@NullMarked
package io.auricle.experiment.score;

import org.jspecify.annotations.NullMarked;
