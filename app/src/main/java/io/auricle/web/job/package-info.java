/**
 * Work that outlives its request: jobs, what they hold, how long they are kept, how their changes
 * are told, and their addresses.
 */
@NullMarked
package io.auricle.web.job;

import org.jspecify.annotations.NullMarked;
