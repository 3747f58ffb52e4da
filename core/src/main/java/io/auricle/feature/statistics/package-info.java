/**
 * One row of statistics a recording, as published tables have them. May use all of feature but its
 * sets.
 */
@NullMarked
package io.auricle.feature.statistics;

import org.jspecify.annotations.NullMarked;
