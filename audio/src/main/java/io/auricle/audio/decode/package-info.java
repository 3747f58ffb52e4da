/**
 * The door to sound in files: what a file is, who decodes it, and its rate changed. May use all of
 * audio and dsp.
 */
@NullMarked
package io.auricle.audio.decode;

import org.jspecify.annotations.NullMarked;
