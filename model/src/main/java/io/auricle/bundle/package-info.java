/**
 * Model bundles: a card and its files, in a folder or on the class path. May import {@code audio}.
 *
 * <pre>{@code
 * Bundle genre = Bundles.find("genre");
 * ModelCard card = genre.card();
 * System.out.println(card.about().name() + " " + card.labels());
 * }</pre>
 */
@NullMarked
package io.auricle.bundle;

import org.jspecify.annotations.NullMarked;
