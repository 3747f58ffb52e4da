/**
 * The harmonic and the percussive part of a sound. May use dsp, audio and feature.
 *
 * <pre>{@code
 * Signal song = AudioFiles.load(Path.of("samples/disco.ogg"), 22_050, new Excerpt(5, 4));
 * io.auricle.feature.separation.Hpss.Parts parts =
 *     io.auricle.feature.separation.Hpss.DEFAULT.split(song, 2048, 512);
 * System.out.println(parts.harmonic() + " " + parts.percussive());
 * }</pre>
 */
@NullMarked
package io.auricle.feature.separation;

import org.jspecify.annotations.NullMarked;
