/** Lists of songs as files that players read. */
@NullMarked
package io.auricle.library.playlist;

import org.jspecify.annotations.NullMarked;
