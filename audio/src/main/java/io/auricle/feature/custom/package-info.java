/**
 * Feature sets that users put together, with the names of the features that they may be made of.
 * May use dsp, audio and all of feature but feature.set.
 *
 * <pre>{@code
 * FrameOptions frames = new FrameOptions(22_050, 2048, 512, true);
 * List<FeaturePart> parts =
 *     List.of(FeaturePart.of(Mfcc.of(13)), FeaturePart.of(FrameFeatures.named("rms")));
 * FeatureExtractor both = new CustomOptions("timbre", frames, parts).extractor();
 * System.out.println(both.extract(AudioFiles.load(Path.of("samples/jazz.wav")))); // x 14 columns
 * }</pre>
 */
@NullMarked
package io.auricle.feature.custom;

import org.jspecify.annotations.NullMarked;
