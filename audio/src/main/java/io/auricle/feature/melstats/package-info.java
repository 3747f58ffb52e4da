/**
 * Statistics of a mel spectrogram. May use dsp and feature.
 *
 * <pre>{@code
 * Signal song = AudioFiles.load(Path.of("samples/jazz.wav"));
 * FeatureMatrix statistics =
 *     io.auricle.feature.set.FeatureSets.named("melstats").extractor().extract(song);
 * System.out.println(statistics); // 1 frame x 348 columns
 * }</pre>
 */
@NullMarked
package io.auricle.feature.melstats;

import org.jspecify.annotations.NullMarked;
