/** Songs of a library as the command line and the API both write them. */
@NullMarked
package io.auricle.song;

import org.jspecify.annotations.NullMarked;
