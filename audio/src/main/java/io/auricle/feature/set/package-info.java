/**
 * Spectrograms, images and waveforms as models take them, and the catalogue of all sets. May use
 * dsp, audio and all of feature.
 *
 * <pre>{@code
 * FeatureOptions mel = io.auricle.feature.set.FeatureSets.named("mel");
 * System.out.println(mel.extractor().extract(AudioFiles.load(Path.of("samples/jazz.wav"))));
 * System.out.println(io.auricle.feature.set.FeatureSets.names());
 * }</pre>
 */
@NullMarked
package io.auricle.feature.set;

import org.jspecify.annotations.NullMarked;
