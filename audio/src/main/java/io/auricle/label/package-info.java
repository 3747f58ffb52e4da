/**
 * Genres, moods and their taxonomies. Imports nothing of Auricle.
 *
 * <pre>{@code
 * io.auricle.label.Taxonomy genres = io.auricle.label.Taxonomy.GTZAN;
 * System.out.println(genres.labels());
 * System.out.println(genres.find("Hip-Hop")); // aliases and spellings
 * }</pre>
 */
@NullMarked
package io.auricle.label;

import org.jspecify.annotations.NullMarked;
