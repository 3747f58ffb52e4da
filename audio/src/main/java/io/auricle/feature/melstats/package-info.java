/** Statistics of a mel spectrogram. May use dsp and feature. */
@NullMarked
package io.auricle.feature.melstats;

import org.jspecify.annotations.NullMarked;
