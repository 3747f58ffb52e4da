/**
 * Pictures of the feature space: principal components, t-SNE, k-means and silhouettes of tables and
 * of what networks compute inside. May import {@code bundle}, {@code predict}, {@code onnx} and
 * {@code core} packages; the only package that sees {@code org.ejml}.
 */
@NullMarked
package io.auricle.explore;

import org.jspecify.annotations.NullMarked;
