/** The file of a library: where it lies, how it is opened, the form of its tables. */
@NullMarked
package io.auricle.library.store;

import org.jspecify.annotations.NullMarked;
