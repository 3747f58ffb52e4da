/**
 * Onsets and tempo. May use dsp, audio, feature and feature.frame.
 *
 * <pre>{@code
 * Signal song = AudioFiles.load(Path.of("samples/disco.ogg"));
 * System.out.println(Math.round(Tempo.of(song)) + " bpm");
 * System.out.println(Onsets.of(song)); // onset strength, [frames][1]
 * }</pre>
 */
@NullMarked
package io.auricle.feature.rhythm;

import org.jspecify.annotations.NullMarked;
