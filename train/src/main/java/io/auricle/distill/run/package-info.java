/** Runs experiments with teachers. May import all of {@code distill}. */
@NullMarked
package io.auricle.distill.run;

import org.jspecify.annotations.NullMarked;
