/**
 * What all features of sound share: options record, extractor, result, the frames and spectra
 * between them, and kernels, which compute features block by block. May use dsp and audio, but none
 * of the packages within.
 */
@NullMarked
package io.auricle.feature;

import org.jspecify.annotations.NullMarked;
