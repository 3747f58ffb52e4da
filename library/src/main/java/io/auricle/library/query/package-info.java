/** The language that a library is asked in, and how it becomes SQL. */
@NullMarked
package io.auricle.library.query;

import org.jspecify.annotations.NullMarked;
