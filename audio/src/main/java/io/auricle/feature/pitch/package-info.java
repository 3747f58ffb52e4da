/** Pitch classes and the tuning of a recording. May use dsp and feature. */
@NullMarked
package io.auricle.feature.pitch;

import org.jspecify.annotations.NullMarked;
