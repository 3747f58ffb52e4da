/** Changes of the sample rate, as librosa's soxr_hq. May use dsp.fft. */
@NullMarked
package io.auricle.dsp.resample;

import org.jspecify.annotations.NullMarked;
