/** Feature sets that users put together. May use dsp, audio, feature and feature.frame. */
@NullMarked
package io.auricle.feature.custom;

import org.jspecify.annotations.NullMarked;
