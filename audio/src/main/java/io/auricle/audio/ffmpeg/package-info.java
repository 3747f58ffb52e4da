/** Everything else, through FFmpeg in a process of its own. May use audio and audio.pcm. */
@NullMarked
package io.auricle.audio.ffmpeg;

import org.jspecify.annotations.NullMarked;
