/** Files of samples as they are, and the mix of their channels. May use audio. */
@NullMarked
package io.auricle.audio.pcm;

import org.jspecify.annotations.NullMarked;
