/**
 * From files to samples: signals, decoders, limits. May import {@code dsp} (resampling) and {@code
 * cache} only.
 */
@NullMarked
package io.auricle.audio;

import org.jspecify.annotations.NullMarked;
