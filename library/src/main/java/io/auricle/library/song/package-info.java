/** What a library knows of a song. */
@NullMarked
package io.auricle.library.song;

import org.jspecify.annotations.NullMarked;
