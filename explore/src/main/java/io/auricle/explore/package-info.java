/**
 * Pictures of the feature space: principal components, t-SNE, k-means and silhouettes of tables of
 * points, wherever these come from. The only package that sees {@code org.ejml}.
 */
@NullMarked
package io.auricle.explore;

import org.jspecify.annotations.NullMarked;
