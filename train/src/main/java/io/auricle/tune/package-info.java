/**
 * Search for good settings: candidates, trials, early stopping. May import {@code experiment} and
 * what it imports.
 */
@NullMarked
package io.auricle.tune;

import org.jspecify.annotations.NullMarked;
