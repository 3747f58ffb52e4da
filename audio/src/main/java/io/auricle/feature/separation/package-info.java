/** The harmonic and the percussive part of a sound. May use dsp, audio and feature. */
@NullMarked
package io.auricle.feature.separation;

import org.jspecify.annotations.NullMarked;
