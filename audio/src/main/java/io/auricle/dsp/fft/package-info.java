/**
 * Fourier transforms of frames and back, with one kernel in plain Java and one of the Vector API.
 * Knows nothing but numbers.
 *
 * <pre>{@code
 * io.auricle.dsp.fft.Stft stft = io.auricle.dsp.fft.Stft.of(2048, 512);
 * float[] samples = new float[22_050];
 * int frames = stft.frameCount(samples.length);
 * float[] power = new float[frames * stft.bins()];
 * stft.power(samples, 0, frames, power);
 * System.out.println(frames + " frames of " + stft.bins() + " bins");
 * }</pre>
 */
@NullMarked
package io.auricle.dsp.fft;

import org.jspecify.annotations.NullMarked;
