/** Chroma and the tuning that it is told by. May use dsp, audio and feature. */
@NullMarked
package io.auricle.feature.pitch;

import org.jspecify.annotations.NullMarked;
