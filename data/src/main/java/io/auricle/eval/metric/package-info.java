/**
 * Each metric as a function of weighted items, without intervals, and the records of what it says.
 */
@NullMarked
package io.auricle.eval.metric;

import org.jspecify.annotations.NullMarked;
