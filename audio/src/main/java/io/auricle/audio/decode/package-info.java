/**
 * The door to sound in files: what a file is, who decodes it, and its rate changed. May use all of
 * audio and dsp.
 *
 * <pre>{@code
 * Signal song = AudioFiles.load(Path.of("samples/blues.mp3"), 16_000);
 * System.out.println(song); // Signal[... samples at 16000 Hz]
 *
 * AudioDecoder decoder = AudioDecoder.of(DecodeOptions.at(22_050));
 * try (SampleStream stream = decoder.open(Path.of("samples/jazz.wav"))) {
 *   float[] block = new float[4096]; // of any length, block by block
 *   System.out.println(stream.read(block, 0, block.length));
 * }
 * }</pre>
 */
@NullMarked
package io.auricle.audio.decode;

import org.jspecify.annotations.NullMarked;
