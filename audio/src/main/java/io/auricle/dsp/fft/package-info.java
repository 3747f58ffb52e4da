/**
 * Fourier transforms of frames and back, with one kernel in plain Java and one of the Vector API.
 * Knows nothing but numbers.
 */
@NullMarked
package io.auricle.dsp.fft;

import org.jspecify.annotations.NullMarked;
