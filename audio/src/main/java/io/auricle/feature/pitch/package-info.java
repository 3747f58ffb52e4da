/**
 * Pitch classes and the tuning of a recording. May use dsp and feature.
 *
 * <pre>{@code
 * FeatureMatrix chroma = Chroma.of(AudioFiles.load(Path.of("samples/jazz.wav")));
 * System.out.println(Chroma.NAMES.get(9) + " " + chroma.at(100, 9)); // A, in [0, 1]
 * }</pre>
 */
@NullMarked
package io.auricle.feature.pitch;

import org.jspecify.annotations.NullMarked;
