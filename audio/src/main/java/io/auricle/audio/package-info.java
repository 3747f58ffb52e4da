/**
 * From files to samples: signals, decoders, limits. May import {@code dsp} (resampling) and {@code
 * cache} only.
 *
 * <pre>{@code
 * Signal tone = Signal.of(new float[44_100], 44_100);
 * System.out.println(tone.resample(16_000).durationSeconds()); // 1.0
 * }</pre>
 */
@NullMarked
package io.auricle.audio;

import org.jspecify.annotations.NullMarked;
