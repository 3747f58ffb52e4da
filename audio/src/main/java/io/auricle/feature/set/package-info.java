/**
 * Spectrograms, images and waveforms as models take them, and the catalogue of all sets. May use
 * dsp, audio and all of feature.
 */
@NullMarked
package io.auricle.feature.set;

import org.jspecify.annotations.NullMarked;
