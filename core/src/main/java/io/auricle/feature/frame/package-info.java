/** Features of single frames, for sets that users put together. May use dsp, audio and feature. */
@NullMarked
package io.auricle.feature.frame;

import org.jspecify.annotations.NullMarked;
