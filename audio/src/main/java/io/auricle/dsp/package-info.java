/**
 * Signal-processing kernels on plain arrays: FFT, windows, filter banks, DCT, medians, resampling.
 * Imports nothing of Auricle.
 */
@NullMarked
package io.auricle.dsp;

import org.jspecify.annotations.NullMarked;
