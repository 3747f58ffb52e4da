/** Onsets and tempo. May use dsp, audio, feature and feature.frame. */
@NullMarked
package io.auricle.feature.rhythm;

import org.jspecify.annotations.NullMarked;
