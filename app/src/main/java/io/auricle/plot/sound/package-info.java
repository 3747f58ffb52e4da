/**
 * Pictures of sounds, gathered block by block: waves, spectrograms, chroma, tempograms. May import
 * {@code plot} and packages of {@code audio}.
 */
@NullMarked
package io.auricle.plot.sound;

import org.jspecify.annotations.NullMarked;
