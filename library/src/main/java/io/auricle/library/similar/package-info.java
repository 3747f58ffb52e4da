/** Songs near to a song. */
@NullMarked
package io.auricle.library.similar;

import org.jspecify.annotations.NullMarked;
