/** Features of single frames, one file a feature. May use dsp, audio and feature. */
@NullMarked
package io.auricle.feature.frame;

import org.jspecify.annotations.NullMarked;
