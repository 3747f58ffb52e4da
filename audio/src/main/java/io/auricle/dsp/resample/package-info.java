/**
 * Changes of the sample rate, as librosa's soxr_hq. May use dsp.fft.
 *
 * <pre>{@code
 * io.auricle.dsp.resample.ResamplerFilter filter =
 *     io.auricle.dsp.resample.ResamplerFilter.of(44_100, 22_050); // for any number of signals
 * float[] half = io.auricle.dsp.resample.Resampler.resample(new float[44_100], filter);
 * System.out.println(half.length); // 22050
 * }</pre>
 */
@NullMarked
package io.auricle.dsp.resample;

import org.jspecify.annotations.NullMarked;
