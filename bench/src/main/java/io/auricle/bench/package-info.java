/** Benchmarks. */
@NullMarked
package io.auricle.bench;

import org.jspecify.annotations.NullMarked;
