/**
 * What all features of sound share: options record, extractor, result, and the frames and spectra
 * between them. May use dsp and audio, but none of the packages within.
 */
@NullMarked
package io.auricle.feature;

import org.jspecify.annotations.NullMarked;
