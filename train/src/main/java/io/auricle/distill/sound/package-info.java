/**
 * Sound for lessons: found, decoded once and kept as 16-bit samples, cut, mixed and changed. May
 * import {@code distill}.
 */
@NullMarked
package io.auricle.distill.sound;

import org.jspecify.annotations.NullMarked;
