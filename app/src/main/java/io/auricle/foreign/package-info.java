/**
 * Models that somebody else made become bundles: what their cards say, in our words or in those of
 * their publishers, and the checks that they have to pass. Knows the command line as little as the
 * network.
 */
@NullMarked
package io.auricle.foreign;

import org.jspecify.annotations.NullMarked;
