/** Metrics on labels and scores, with confidence intervals. May import {@code label} only. */
@NullMarked
package io.auricle.eval;

import org.jspecify.annotations.NullMarked;
