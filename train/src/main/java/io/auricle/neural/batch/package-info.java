/** From clips and lessons to batches: how they are cut, changed and put in order. */
@NullMarked
package io.auricle.neural.batch;

import org.jspecify.annotations.NullMarked;
