/** Classical classifiers; the only package that sees {@code org.tribuo} classifiers. */
@NullMarked
package io.auricle.classic;

import org.jspecify.annotations.NullMarked;
