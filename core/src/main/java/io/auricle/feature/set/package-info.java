/**
 * Spectrograms, images and waveforms as models take them, and the catalogue of all sets. May use
 * all of feature but the sets of users.
 */
@NullMarked
package io.auricle.feature.set;

import org.jspecify.annotations.NullMarked;
