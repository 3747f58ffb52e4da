/**
 * What all features of sound share: options record, extractor, result, the frames and spectra
 * between them, and kernels, which compute features block by block. May use dsp and audio, but none
 * of the packages within.
 *
 * <pre>{@code
 * Signal song = AudioFiles.load(Path.of("samples/jazz.wav"));
 * FeatureExtractor extractor = new Gtzan57Options(22_050, 2048, 512).extractor();
 * FeatureMatrix row = extractor.extract(song);
 * System.out.println(extractor.columns().get(0) + "=" + row.at(0, 0));
 * }</pre>
 */
@NullMarked
package io.auricle.feature;

import org.jspecify.annotations.NullMarked;
