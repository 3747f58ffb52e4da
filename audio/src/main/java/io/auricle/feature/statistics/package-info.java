/** What columns are summed up to. May use feature alone. */
@NullMarked
package io.auricle.feature.statistics;

import org.jspecify.annotations.NullMarked;
