/** Genres, moods and their taxonomies. Imports nothing of Auricle. */
@NullMarked
package io.auricle.label;

import org.jspecify.annotations.NullMarked;
