/**
 * Signal-processing kernels on plain arrays: FFT, windows, filter banks, DCT, medians, resampling.
 * Imports nothing of Auricle.
 *
 * <pre>{@code
 * MelFilterBank bank = MelFilterBank.slaney(22_050, 2048, 128);
 * System.out.println(bank.weight(10, 12));
 * System.out.println(Decibels.ofPower(0.5)); // -3.01
 * }</pre>
 */
@NullMarked
package io.auricle.dsp;

import org.jspecify.annotations.NullMarked;
