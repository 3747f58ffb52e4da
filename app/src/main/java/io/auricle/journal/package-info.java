/**
 * What has been done of long work, in a file that outlives a kill, so that the work goes on from
 * there.
 */
@NullMarked
package io.auricle.journal;

import org.jspecify.annotations.NullMarked;
