/**
 * Log-mel spectrograms of absolute level, as networks that others have trained want them: one
 * record of options for all of them. May import {@code dsp}, {@code audio} and {@code feature}.
 */
@NullMarked
package io.auricle.feature.frontend;

import org.jspecify.annotations.NullMarked;
