/**
 * Features of single frames, one file a feature. May use dsp, audio and feature.
 *
 * <pre>{@code
 * Signal song = AudioFiles.load(Path.of("samples/jazz.wav"));
 * FeatureMatrix mfcc = Mfcc.of(song); // [frames][20]
 * FeatureMatrix slopes = new Delta(9, 1).of(mfcc);
 * FeatureMatrix mel =
 *     MelSpectrogram.of(song, MelSpectrogram.Options.DEFAULT.withBands(64).withHopLength(256));
 * System.out.println(mfcc + " " + slopes + " " + mel);
 * }</pre>
 */
@NullMarked
package io.auricle.feature.frame;

import org.jspecify.annotations.NullMarked;
