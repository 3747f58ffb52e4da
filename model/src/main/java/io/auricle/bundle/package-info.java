/**
 * Model bundles: a card and its files, in a folder or on the class path. May import {@code core}.
 */
@NullMarked
package io.auricle.bundle;

import org.jspecify.annotations.NullMarked;
