/**
 * Feature sets that users put together, with the names of the features that they may be made of.
 * May use dsp, audio and all of feature but feature.set.
 */
@NullMarked
package io.auricle.feature.custom;

import org.jspecify.annotations.NullMarked;
