/**
 * Sets of statistics that others have published, as lists of features. May use all of feature but
 * feature.set.
 */
@NullMarked
package io.auricle.feature.published;

import org.jspecify.annotations.NullMarked;
