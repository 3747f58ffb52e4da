/**
 * Lessons: what teachers say of pieces of sound, made on other threads while a network learns. May
 * import {@code distill}, {@code distill.sound} and {@code neural}.
 */
@NullMarked
package io.auricle.distill.lesson;

import org.jspecify.annotations.NullMarked;
