/**
 * Log-mel spectrograms of absolute level, as networks that others have trained want them: one
 * record of options for all of them. May import {@code dsp}, {@code audio} and {@code feature}.
 *
 * <pre>{@code
 * Signal song = AudioFiles.load(Path.of("samples/jazz.wav"), 16_000);
 * FeatureMatrix input = io.auricle.feature.frontend.LogMelOptions.MUSICNN.extractor().extract(song);
 * System.out.println(input); // what musicnn hears: x 96 columns
 * }</pre>
 */
@NullMarked
package io.auricle.feature.frontend;

import org.jspecify.annotations.NullMarked;
