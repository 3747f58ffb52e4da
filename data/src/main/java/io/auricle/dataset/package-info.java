/**
 * Tracks, datasets as cards with loaders, feature tables. May import {@code label} and {@code
 * audio}.
 */
@NullMarked
package io.auricle.dataset;

import org.jspecify.annotations.NullMarked;
