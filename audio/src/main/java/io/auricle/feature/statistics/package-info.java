/**
 * What columns are summed up to. May use feature alone.
 *
 * <pre>{@code
 * FeatureMatrix mfcc = Mfcc.of(AudioFiles.load(Path.of("samples/jazz.wav")));
 * io.auricle.feature.statistics.Moments first = io.auricle.feature.statistics.Moments.of(mfcc, 0);
 * System.out.println(first.mean() + " +- " + first.deviation());
 * }</pre>
 */
@NullMarked
package io.auricle.feature.statistics;

import org.jspecify.annotations.NullMarked;
