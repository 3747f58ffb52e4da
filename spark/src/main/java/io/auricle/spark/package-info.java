/**
 * Catalogues of any size on Apache Spark: the program that is submitted, and the door for programs
 * of others. May import all of this module; the module sees {@code model} and {@code audio}, and
 * nothing of {@code app}, {@code train} or {@code library}.
 */
@NullMarked
package io.auricle.spark;

import org.jspecify.annotations.NullMarked;
