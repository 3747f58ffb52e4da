/**
 * Features of sound, one file a feature: options record, extractor, result. May import {@code
 * audio} and {@code dsp}.
 */
@NullMarked
package io.auricle.feature;

import org.jspecify.annotations.NullMarked;
