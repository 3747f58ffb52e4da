/**
 * Sets of statistics that others have published, as lists of features. May use all of feature but
 * feature.set.
 *
 * <pre>{@code
 * FeatureExtractor chin = new Chin97Options(22_050, 2048, 512).extractor();
 * FeatureMatrix row = chin.extract(AudioFiles.load(Path.of("samples/jazz.wav")));
 * System.out.println(row); // 1 frame x 97 columns
 * }</pre>
 */
@NullMarked
package io.auricle.feature.published;

import org.jspecify.annotations.NullMarked;
