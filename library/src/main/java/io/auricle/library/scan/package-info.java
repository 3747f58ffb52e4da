/** From folders to a library: which files are new, what is heard in them, what becomes of it. */
@NullMarked
package io.auricle.library.scan;

import org.jspecify.annotations.NullMarked;
